package org.shelfmates.librarian;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Handles;
import org.shelfmates.account.Registration;
import org.shelfmates.web.Line;

/**
 * @param place the id of the home place, where one was chosen
 * @param placeName what was typed to find it
 */
record SignUpForm(
        @NotBlank @Size(max = 80) @Line String name,

        @NotNull @Pattern(regexp = Handles.PATTERN, message = "{sign-up.handle.pattern}")
        String handle,

        @NotBlank @Email(regexp = "[^@\\s]+@[^@\\s]+\\.[^@\\s.]+") @Size(max = 254) @Line
        String email,

        @Size(max = 20) @Line @Nullable String place,
        @Size(max = 200) @Line @Nullable String placeName,

        @NotNull @Size(min = Registration.PASSWORD_MIN, max = Registration.PASSWORD_MAX)
        String password) {

    SignUpForm {
        name = name == null ? "" : name.strip();
        handle = handle == null ? "" : handle.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
        email = email == null ? "" : email.strip();
    }

    static SignUpForm blank() {
        return new SignUpForm("", "", "", "", "", "");
    }

    @Override
    public String toString() {
        return "SignUpForm[handle=" + handle + "]"; // no password in any log
    }
}
