package org.shelfmates.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/** What the fields of a form hold and what is wrong with them: for the templates in {@code components/field.html}. */
@Component
public class Fields {

    private final MessageSource messages;

    Fields(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param value as it was typed, or as the form was filled
     * @param error what is wrong with it, or null
     */
    public record Field(String name, String value, @Nullable String error) {}

    /**
     * @param form the record behind the form
     * @param result what came of binding it, or null where the form is new
     */
    public Field of(Object form, @Nullable BindingResult result, String name) {
        Object value = result == null
                ? PropertyAccessorFactory.forBeanPropertyAccess(form).getPropertyValue(name)
                : result.getFieldValue(name);
        return new Field(name, Objects.toString(value, ""), result == null ? null : error(result, name));
    }

    /** The fields that something is wrong with, in the order of the form's record; of a list or a record those in it. */
    public List<Field> wrong(Object form, @Nullable BindingResult result) {
        if (result == null || !result.hasErrors()) {
            return List.of();
        }
        Stream<String> names =
                Arrays.stream(form.getClass().getRecordComponents()).map(RecordComponent::getName);
        return names.flatMap(name -> wrongIn(result, name))
                .map(name -> of(form, result, name))
                .toList();
    }

    /** The same of two forms that are sent as one. */
    public List<Field> wrong(
            Object form, @Nullable BindingResult result, Object other, @Nullable BindingResult otherResult) {
        return Stream.concat(wrong(form, result).stream(), wrong(other, otherResult).stream())
                .toList();
    }

    private static Stream<String> wrongIn(BindingResult result, String name) {
        return result.getFieldErrors().stream()
                .map(FieldError::getField)
                .filter(field -> field.equals(name) || field.startsWith(name + '[') || field.startsWith(name + '.'))
                .distinct();
    }

    private @Nullable String error(BindingResult result, String name) {
        return result.getFieldErrors(name).stream()
                .map(error -> messages.getMessage(error, LocaleContextHolder.getLocale()))
                .sorted() // one field may break several rules, which come in no order
                .findFirst()
                .orElse(null);
    }
}
