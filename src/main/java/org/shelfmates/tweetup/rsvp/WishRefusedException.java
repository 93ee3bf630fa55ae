package org.shelfmates.tweetup.rsvp;

/** An answer that does not fit this tweetup; the message is for beside a field of the form. */
public class WishRefusedException extends RuntimeException {

    private final String field;
    private final String code;
    private final Object[] words;

    /**
     * @param field of the form
     * @param code of the message
     * @param words for its placeholders
     */
    WishRefusedException(String field, String code, Object... words) {
        super(code, null, false, false);
        this.field = field;
        this.code = code;
        this.words = words;
    }

    String field() {
        return field;
    }

    String code() {
        return code;
    }

    Object[] words() {
        return words;
    }
}
