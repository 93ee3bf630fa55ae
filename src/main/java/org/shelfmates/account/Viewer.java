package org.shelfmates.account;

import java.util.List;
import org.shelfmates.web.Avatar;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Whoever looks at a page, signed in; strangers have none. Lives in the session, so it holds little and changes rarely. */
public final class Viewer extends User {

    private static final long serialVersionUID = 1;

    private final long id;

    public Viewer(long id, String handle, String password, String role) {
        super(handle, password, List.of(new SimpleGrantedAuthority("ROLE_" + role)));
        this.id = id;
    }

    private Viewer(Viewer before, String handle) {
        super(handle, "", before.getAuthorities());
        this.id = before.id;
    }

    /** The same under another handle. */
    Viewer withHandle(String handle) {
        return new Viewer(this, handle);
    }

    /** The account's id, which is the librarian's too. */
    public long id() {
        return id;
    }

    /** Which of the avatar's colours ({@link Avatar#colour}). */
    public int colour() {
        return Avatar.colour(handle());
    }

    public String handle() {
        return getUsername();
    }
}
