package org.tongdao.api.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where a delivery may go: https to public addresses only, asked again before each delivery, so that a stranger's URL cannot reach into this network. The
 * setting {@code tongdao.webhooks.private} opens private addresses and http for installations whose shops live beside them.
 */
@Component
public class Egress {

    private final Environment settings;

    Egress(Environment settings) {
        this.settings = settings;
    }

    /** Why nothing may be sent there; empty when it may. */
    public Optional<String> refuses(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            return Optional.of("not an address");
        }
        var host = uri.getHost();
        boolean open = settings.getProperty("tongdao.webhooks.private", Boolean.class, false);
        if (host == null || uri.getUserInfo() != null || url.length() > 500) {
            return Optional.of("an address needs a host, no user name, and at most 500 characters");
        }
        if (!"https".equals(uri.getScheme()) && !(open && "http".equals(uri.getScheme()))) {
            return Optional.of("https is needed");
        }
        return open ? Optional.empty() : inside(host);
    }

    private static Optional<String> inside(String host) {
        try {
            for (var address : InetAddress.getAllByName(host)) {
                if (isInside(address)) {
                    return Optional.of("the host lies in a private network");
                }
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("the host is not known");
        }
    }

    static boolean isInside(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isSpecial(address);
    }

    /** Carrier NAT 100.64/10, 0/8, 192.0.0/24, 198.18/15, 240/4; unique local fc00::/7, and IPv4 wrapped in IPv6 (::/96, 64:ff9b::/96, 2002::/16). */
    private static boolean isSpecial(InetAddress address) {
        byte[] b = address.getAddress();
        int first = b[0] & 0xFF;
        int second = b[1] & 0xFF;
        if (address instanceof Inet4Address) {
            return first == 0
                    || first >= 240
                    || (first == 100 && (second & 0xC0) == 64)
                    || (first == 192 && second == 0 && b[2] == 0)
                    || (first == 198 && (second & 0xFE) == 18);
        }
        return address instanceof Inet6Address six
                && ((first & 0xFE) == 0xFC
                        || six.isIPv4CompatibleAddress()
                        || (first == 0x00 && second == 0x64 && (b[2] & 0xFF) == 0xFF)
                        || (first == 0x20 && second == 0x02));
    }
}
