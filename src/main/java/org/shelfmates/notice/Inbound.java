package org.shelfmates.notice;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that answers to our mails come to, by IMAP. Without a host there is none: nothing is fetched then, and no mail
 * says that it can be answered.
 *
 * @param port 993, and 143 without encryption from the start, unless set
 * @param folder is ours alone: what was taken from it is deleted
 * @param address the mailbox gets everything that is sent to it, and to {@code local+anything@domain}
 */
@ConfigurationProperties("shelfmates.inbound")
public record Inbound(
        @DefaultValue("") String host,
        @Nullable Integer port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("IMPLICIT") Tls tls,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("") String address) {

    /** How the connection is encrypted. */
    public enum Tls {
        /** From the start. */
        IMPLICIT,
        /** By STARTTLS, without which there is no connection. */
        STARTTLS,
        /** Not at all: for a mailbox on this machine. */
        NONE
    }

    /** With its token, the part before the {@code @} has at most 64 characters (RFC 5321, 4.5.3.1.1). */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._-]{1,32}@[A-Za-z0-9.-]{1,180}");

    public Inbound {
        if (!host.isBlank() && !ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "shelfmates.inbound.address must look like replies@example.org, with at most 32 letters before the @,"
                            + " where shelfmates.inbound.host is set: " + address);
        }
    }

    public boolean on() {
        return !host.isBlank();
    }

    /** @param token in small letters and digits, since programs on the way may make all letters small */
    public String address(String token) {
        int at = address.indexOf('@');
        return address.substring(0, at) + '+' + token + address.substring(at);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Inbound[" + host + ", " + folder + ", " + address + "]";
    }
}
