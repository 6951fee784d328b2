package org.lottrace.health.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** A warning when passwords can be read on the way: HTTP without TLS on an address that others reach. Read is the web server's configuration. */
@Component(
        service = HealthCheck.class,
        configurationPid = NetworkCheck.WEB_SERVER,
        property = {HealthCheck.NAME + "=network", HealthCheck.TAGS + "=lottrace"})
public final class NetworkCheck implements HealthCheck {
    static final String WEB_SERVER = "org.ops4j.pax.web";
    static final String ADDRESSES = "org.ops4j.pax.web.listening.addresses";
    static final String SECURE = "org.osgi.service.http.secure.enabled";
    private static final String EVERY_NETWORK = "0.0.0.0";

    private final List<String> addresses;
    private final boolean secure;

    @Activate
    public NetworkCheck(Map<String, ?> webServer) {
        Object configured = webServer.get(ADDRESSES);
        this.addresses = Names.of(configured == null ? EVERY_NETWORK : configured.toString());
        this.secure = "true".equals(String.valueOf(webServer.get(SECURE)));
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<String> open = addresses.stream()
                .filter(address -> !isOfThisMachineOnly(address))
                .toList();
        if (!secure && !open.isEmpty()) {
            log.warn(
                    "passwords can be read on the way: HTTP without TLS listens on {}; start with LOTTRACE_HTTPS=yes, or with"
                            + " LOTTRACE_HOST=127.0.0.1 behind a proxy that has HTTPS",
                    String.join(", ", open));
        }
        log.info("listens on {}, HTTPS is {}", String.join(", ", addresses), secure ? "on" : "off");
        return new Result(log);
    }

    private static boolean isOfThisMachineOnly(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
