package org.shelfmates.notice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A listener that sends mail: after the commit of what it tells, in a thread of its own, and again later when it failed.
 * Unlike an {@link org.springframework.modulith.events.ApplicationModuleListener} it has no transaction around it: what a
 * mail's link needs is committed before the mail can arrive, and no connection is held while a mail server takes its time.
 */
@Async
@TransactionalEventListener
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AfterCommit {}
