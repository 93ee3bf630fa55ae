package org.shelfmates.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Makes forms by their constructors and no other way: they are records, whose lists leave out what is empty, and putting
 * {@code sectors[1]} into the list of one that is made already fails.
 */
@ControllerAdvice
class FormBinding {

    @InitBinder
    void byConstructor(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}
