package org.shelfmates.notice;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.time.ZoneId;
import org.shelfmates.web.NotFoundException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Reads kept mails in a browser: on the embedded default only, and only from this machine. Elsewhere there is no such page. */
@Controller
@ConditionalOnBooleanProperty("shelfmates.outbox")
class OutboxController {

    private final Outbox outbox;

    OutboxController(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping("/outbox")
    String mails(HttpServletRequest request, Model model) throws IOException {
        model.addAttribute("mails", forThisMachine(request).newest());
        model.addAttribute("zone", ZoneId.systemDefault());
        return "notice/outbox";
    }

    @GetMapping("/outbox/{name}")
    String mail(@PathVariable String name, HttpServletRequest request, Model model) {
        model.addAttribute("mail", forThisMachine(request).byName(name).orElseThrow(NotFoundException::new));
        model.addAttribute("zone", ZoneId.systemDefault());
        return "notice/mail";
    }

    private Outbox forThisMachine(HttpServletRequest request) {
        boolean forwarded = request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null;
        if (forwarded || !isLoopback(request.getRemoteAddr())) {
            throw new NotFoundException();
        }
        return outbox;
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (java.net.UnknownHostException e) {
            return false;
        }
    }
}
