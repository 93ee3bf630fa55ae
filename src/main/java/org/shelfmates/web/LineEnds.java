package org.shelfmates.web;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Line ends are one character in all that is sent, as they are in the page's text fields: browsers send two, which would
 * count against a field's {@code maxlength} (HTML, 4.10.6) and differ from what was kept.
 */
@ControllerAdvice
class LineEnds {

    @InitBinder
    void register(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {

            @Override
            public void setAsText(String text) {
                setValue(text.replace("\r\n", "\n"));
            }
        });
    }
}
