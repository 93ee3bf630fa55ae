package org.shelfmates.picture;

/**
 * A square picture of somebody, stored, in two sizes.
 *
 * @param token the part of its address that nobody can guess
 */
public record Portrait(String token) {

    /** The address of the one for a whole card. */
    public String card() {
        return "/pictures/" + token + "-" + Size.CARD.pixels() + ".jpg";
    }

    /** The address of the one for lists. */
    public String avatar() {
        return "/pictures/" + token + "-" + Size.AVATAR.pixels() + ".jpg";
    }
}
