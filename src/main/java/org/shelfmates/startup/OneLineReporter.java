package org.shelfmates.startup;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line why the application cannot start, where that line is all there is to know. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneLineReporter implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger("org.shelfmates");

    OneLineReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        String line = lineFor(failure);
        if (line != null) {
            log.error("Shelfmates cannot start: {}", line);
        }
        return line != null;
    }

    private static @Nullable String lineFor(Throwable failure) {
        if (PortInUseException.class.isInstance(failure)) {
            return StartupChecks.portTaken(((PortInUseException) failure).getPort());
        }
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof CannotStart cannot
                ? cannot.getMessage()
                : null;
    }
}
