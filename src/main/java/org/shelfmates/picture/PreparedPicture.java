package org.shelfmates.picture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A picture drawn anew from an uploaded file, ready to be stored. Nothing of the file is in it but what one sees. */
public record PreparedPicture(Drawn large, Drawn small) {

    /** One size of it, as a JPEG. */
    record Drawn(byte[] jpeg, int width, int height) {}

    /** The same for the same file, however often it is sent. */
    public byte[] fingerprint() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(large.jpeg());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
