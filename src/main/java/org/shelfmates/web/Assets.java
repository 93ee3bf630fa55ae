package org.shelfmates.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Our styles, scripts and pictures, read and hashed once at the start. All of them share one version in their address,
 * so that scripts import each other by relative names; the style sheets are sent as one, {@code site.css} (their order
 * does not matter: {@code _layers.css} comes first and says it).
 */
@RestController
public class Assets {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Map<String, byte[]> files = new TreeMap<>();
    private final String prefix;

    Assets() throws IOException {
        var styles = new ByteArrayOutputStream();
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath:/static/**/*.*");
        for (Resource file :
                Stream.of(found).sorted(Comparator.comparing(Assets::name)).toList()) {
            if (name(file).endsWith(".css")) {
                styles.write(file.getContentAsByteArray());
            } else {
                files.put(name(file), file.getContentAsByteArray());
            }
        }
        files.put("site.css", styles.toByteArray());
        var all = new ByteArrayOutputStream();
        for (byte[] file : files.values()) {
            all.write(file);
        }
        prefix = "/assets/" + hash(all.toByteArray()) + "/";
    }

    /** @return the address of a file under {@code static/}, which changes whenever any of them does */
    public String url(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("no such asset: " + name);
        }
        return prefix + name;
    }

    @GetMapping("/assets/{version}/{*name}")
    ResponseEntity<byte[]> file(@PathVariable String version, @PathVariable String name) {
        byte[] file = files.get(name.substring(1));
        if (file == null) {
            throw new NotFoundException();
        }
        boolean current = prefix.equals("/assets/" + version + "/");
        return ResponseEntity.ok()
                .cacheControl(current ? FOR_EVER : CacheControl.noCache())
                .contentType(MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM))
                .body(file);
    }

    /** The first 96 bits of SHA-256, for addresses and entity tags. */
    static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(digest, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Resource file) {
        try {
            String address = file.getURL().toString();
            return address.substring(address.lastIndexOf("/static/") + "/static/".length());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
