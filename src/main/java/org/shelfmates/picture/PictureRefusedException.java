package org.shelfmates.picture;

/** A file that is not taken for a picture. Nothing of it was stored. */
public class PictureRefusedException extends RuntimeException {

    private final Reason reason;

    /** Why not, as the messages {@code picture.refused.*} say it. */
    public enum Reason {
        /** Neither JPEG nor PNG nor WebP nor GIF, whatever its name says. */
        KIND,
        /** More bytes than are taken. */
        BYTES,
        /** More bytes than are taken of a portrait. */
        PORTRAIT_BYTES,
        /** More pixels than are taken. */
        PIXELS,
        /** It begins like a picture and cannot be read as one. */
        BROKEN
    }

    PictureRefusedException(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** The message that says it, for beside a field. */
    public String code() {
        return "picture.refused." + reason;
    }
}
