package org.shelfmates.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Wherever somebody is signed in: what the sessions hold of them. */
@Component
public class SignedIn {

    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    SignedIn(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** Lets every session of a viewer know their new handle; that of the request too. */
    public void rename(Viewer viewer, String handle, HttpServletRequest request) {
        rename(sessions, viewer.handle(), handle);
        var session = request.getSession(false);
        if (session != null && session.getAttribute(CONTEXT) instanceof SecurityContext here) {
            session.setAttribute(CONTEXT, renamed(here, handle));
        }
    }

    private static <S extends Session> void rename(
            FindByIndexNameSessionRepository<S> sessions, String from, String handle) {
        for (S session : sessions.findByPrincipalName(from).values()) {
            if (session.getAttribute(CONTEXT) instanceof SecurityContext there) {
                session.setAttribute(CONTEXT, renamed(there, handle));
                sessions.save(session);
            }
        }
    }

    private static SecurityContext renamed(SecurityContext context, String handle) {
        Authentication who = context.getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof Viewer viewer)) {
            return context;
        }
        var renamed = UsernamePasswordAuthenticationToken.authenticated(
                viewer.withHandle(handle), null, who.getAuthorities());
        renamed.setDetails(who.getDetails());
        return new SecurityContextImpl(renamed);
    }
}
