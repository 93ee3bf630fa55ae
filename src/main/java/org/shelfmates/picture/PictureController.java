package org.shelfmates.picture;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shelfmates.web.NotFoundException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures for whoever has their address: the pages that show them are for everybody. */
@Controller
class PictureController {

    private static final Pattern NAME = Pattern.compile("([\\w-]{32})-(1600|480|256|96)\\.jpg");

    /** A picture never changes; another one has another address. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Pictures pictures;

    PictureController(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/pictures/{name}")
    ResponseEntity<byte[]> picture(@PathVariable String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new NotFoundException();
        }
        Size size = Size.of(Integer.parseInt(parts.group(2))).orElseThrow(NotFoundException::new);
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.IMAGE_JPEG)
                .body(pictures.jpeg(parts.group(1), size).orElseThrow(NotFoundException::new));
    }
}
