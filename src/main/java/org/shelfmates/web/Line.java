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
@Pattern(regexp = "[^" + Line.UNPRINTABLE + "]*")
@ReportAsSingleViolation
public @interface Line {

    /** For a character class: controls, lone surrogates, and the non-characters of every plane (Unicode, 23.7). */
    String UNPRINTABLE = "\\p{Cc}\\p{Cs}\\x{FDD0}-\\x{FDEF}"
            + "\\x{FFFE}\\x{FFFF}\\x{1FFFE}\\x{1FFFF}\\x{2FFFE}\\x{2FFFF}\\x{3FFFE}\\x{3FFFF}"
            + "\\x{4FFFE}\\x{4FFFF}\\x{5FFFE}\\x{5FFFF}\\x{6FFFE}\\x{6FFFF}\\x{7FFFE}\\x{7FFFF}"
            + "\\x{8FFFE}\\x{8FFFF}\\x{9FFFE}\\x{9FFFF}\\x{AFFFE}\\x{AFFFF}\\x{BFFFE}\\x{BFFFF}"
            + "\\x{CFFFE}\\x{CFFFF}\\x{DFFFE}\\x{DFFFF}\\x{EFFFE}\\x{EFFFF}\\x{FFFFE}\\x{FFFFF}"
            + "\\x{10FFFE}\\x{10FFFF}";

    String message() default "{form.line}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
