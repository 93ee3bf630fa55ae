package org.shelfmates.web;

import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Links for many at once, whose hashes are written by one statement.
 *
 * @param <T> whom or what each is for
 */
public final class Tokens<T> {

    private final Map<String, T> whose = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();

    public Tokens(List<T> all) {
        this(all, Token::random);
    }

    /** @param random makes a token that nobody can guess */
    public Tokens(List<T> all, Supplier<String> random) {
        all.forEach(one -> {
            String token = random.get();
            String hash = HexFormat.of().formatHex(Token.hash(token));
            whose.put(hash, one);
            tokens.put(hash, token);
        });
    }

    /** The hashes in hexadecimal, in the order of whom they are for, as an array of PostgreSQL. */
    public String hashes() {
        return array(tokens.keySet());
    }

    /** @return the path of the link of each */
    public Map<T, String> paths(String prefix) {
        return paths(prefix, tokens.keySet());
    }

    /** @param written the hashes of those links that were made */
    public Map<T, String> paths(String prefix, Collection<String> written) {
        Map<T, String> paths = new LinkedHashMap<>();
        written.forEach(hash -> paths.put(Objects.requireNonNull(whose.get(hash)), prefix + tokens.get(hash)));
        return paths;
    }

    /** Numbers or hashes as an array of PostgreSQL; a null stays one. */
    public static String array(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
