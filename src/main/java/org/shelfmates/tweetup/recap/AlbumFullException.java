package org.shelfmates.tweetup.recap;

/** No more pictures are taken, or none of this person. */
class AlbumFullException extends RuntimeException {

    private final String code;

    /** @param code of the message that says so */
    AlbumFullException(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
