package org.shelfmates.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text of one line: no control characters (among them NUL, tab and line ends), no Unicode non-characters. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "[^\\p{Cc}\\x{FFFE}\\x{FFFF}\\x{FDD0}-\\x{FDEF}\\p{Cs}]*")
@ReportAsSingleViolation
public @interface Line {
    String message() default "{form.line}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
