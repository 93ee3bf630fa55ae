package org.shelfmates.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text of many lines: no control characters but tab and line ends, no Unicode non-characters. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "[\\t\\r\\n[^" + Line.UNPRINTABLE + "]]*")
@ReportAsSingleViolation
public @interface Prose {
    String message() default "{form.prose}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
