package org.lottrace.tools;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.UnknownCommandFactory;

/** In the place of Karaf: a health page, and a shell that knows no command but lets everybody with a key in. */
final class FakeKaraf {
    private FakeKaraf() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        String host = environment.get("LOTTRACE_HOST");
        Files.writeString(Path.of(environment.get("KARAF_BASE"), "fake-options"), environment.get("KARAF_OPTS"));
        SshServer shell = SshServer.setUpDefaultServer();
        shell.setHost(host);
        shell.setPort(Integer.parseInt(environment.get("LOTTRACE_SSH_PORT")));
        shell.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        shell.setPublickeyAuthenticator((user, key, session) -> true);
        shell.setCommandFactory((channel, command) -> {
            if (command.equals("system:version")) {
                return new EndsWith(0);
            }
            if (command.equals("lottrace:health --causes")) {
                return new EndsWith(1, "database: the disk is full; free some\n");
            }
            return command.startsWith("fail")
                    ? new EndsWith(7)
                    : UnknownCommandFactory.INSTANCE.createCommand(channel, command);
        });
        shell.start();
        HttpServer pages;
        try {
            pages = HttpServer.create(
                    new InetSocketAddress(host, Integer.parseInt(environment.get("LOTTRACE_HTTP_PORT"))), 0);
        } catch (BindException taken) {
            return; // as Karaf, it goes on with what it has
        }
        pages.createContext("/lottrace-health", exchange -> {
            boolean isFull = Files.exists(Path.of(environment.get("KARAF_BASE"), "fake-disk-is-full"));
            byte[] page = (isFull ? "CRITICAL\ndatabase CRITICAL\n" : "OK\ndatabase OK\nservices OK\n")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set(
                            "X-LotTrace-Start",
                            environment.get("KARAF_OPTS").replaceFirst(".*-Dlottrace.start=(\\S+).*", "$1"));
            exchange.sendResponseHeaders(isFull ? 503 : 200, page.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(page);
            }
        });
        pages.start();
        if (!environment.get("KARAF_OPTS").contains("karaf.log.console")) {
            System.out.println("the fake has started");
        }
    }
}
