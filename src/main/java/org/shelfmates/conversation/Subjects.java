package org.shelfmates.conversation;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;

/** Where threads of one kind of subject are read: implemented by the module whose subjects they are. */
public interface Subjects {

    /** As in {@link Subject#kind}. */
    String kind();

    /**
     * By one statement, however many there are.
     *
     * @param subjects all of this kind
     * @return those that there are
     */
    Map<Subject, Title> titles(Collection<Subject> subjects);

    /**
     * @param words as people call it
     * @param path of the page with the thread, which takes the key of a page of it as {@code comments}
     * @param zone in which its times are shown
     */
    record Title(String words, String path, ZoneId zone) {}
}
