package org.shelfmates.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page that is the same for every stranger: sent with an ETag and no cookie, and kept in memory ({@link PublicPages})
 * until something changes. A method marked so must render nothing that depends on more than the address and language,
 * and no form that is posted.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PublicPage {}
