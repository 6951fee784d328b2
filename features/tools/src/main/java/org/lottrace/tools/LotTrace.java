package org.lottrace.tools;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Starts, stops and talks to LotTrace: what {@code lottrace} and {@code lottrace.cmd} of the distribution call, and nothing else
 * do they.
 */
public final class LotTrace {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int NOT_RUNNING = 3;
    private static final int LAST_LINES = 50;
    private static final long STOP_SECONDS = 60;

    private final Settings settings;
    private final PrintStream out;
    private final Karaf karaf;
    private final Start start;

    LotTrace(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.karaf = new Karaf(settings);
        this.start = new Start(settings, out);
    }

    /** @param arguments as typed; the folder of the distribution is the system property {@code lottrace.home} */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.ops4j.pax.logging.DefaultServiceLog.level", "ERROR");
        Settings settings = Settings.of(
                System.getenv(),
                Path.of(System.getProperty("lottrace.home")),
                Path.of("").toAbsolutePath());
        System.exit(run(settings, arguments, System.out, System.err));
    }

    static int run(Settings settings, String[] arguments, PrintStream out, PrintStream errors)
            throws IOException, GeneralSecurityException, InterruptedException {
        try {
            Optional<Integer> status = new LotTrace(settings, out).run(List.of(arguments));
            if (status.isEmpty()) {
                errors.print(usage());
            }
            return status.orElse(WRONG_USE);
        } catch (Refusal refusal) {
            errors.println("lottrace: " + refusal.getMessage());
            return FAILED;
        }
    }

    /** @return the exit status; empty when there is no such command */
    private Optional<Integer> run(List<String> words)
            throws IOException, GeneralSecurityException, InterruptedException {
        String command = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        String line = String.join(" ", words);
        if (command.equals("shell")) {
            return Optional.of(shell(rest));
        }
        if (command.equals("backup") && rest.size() == 1) {
            return done(() -> copies().backUp(Path.of(rest.get(0))));
        }
        if (command.equals("restore") && rest.size() == 1) {
            return done(() -> copies().restore(Path.of(rest.get(0))));
        }
        if (command.equals("report") && rest.size() == 1) {
            return done(() -> new SupportReport(settings, out, karaf, start).write(Path.of(rest.get(0))));
        }
        return switch (line) {
            case "move-database" -> done(() -> copies().move());
            case "run" -> done(start::run);
            case "run --foreground" -> Optional.of(start.runInForeground());
            case "check" -> done(start::check);
            case "stop" -> done(this::stop);
            case "status" -> Optional.of(status());
            case "logs" -> done(() -> log().print(out));
            case "logs -f" -> done(() -> log().follow(out, LAST_LINES));
            case "renew key" -> done(this::renewKey);
            case "renew password" -> done(this::renewPassword);
            case "help", "-h", "--help" -> done(() -> out.print(usage()));
            default -> Optional.empty();
        };
    }

    private DatabaseCopies copies() {
        return new DatabaseCopies(settings, out, karaf, start);
    }

    private static Optional<Integer> done(Step step)
            throws IOException, GeneralSecurityException, InterruptedException {
        step.run();
        return Optional.of(0);
    }

    private interface Step {
        void run() throws IOException, GeneralSecurityException, InterruptedException;
    }

    static String usage() throws IOException {
        return new String(LotTrace.class.getResourceAsStream("usage.txt").readAllBytes(), StandardCharsets.UTF_8);
    }

    private void stop() throws IOException, InterruptedException {
        Optional<Karaf.Running> running = karaf.running();
        if (running.isEmpty()) {
            out.println("LotTrace is not running.");
            return;
        }
        ProcessHandle process = running.get().process();
        if (process.supportsNormalTermination()) {
            process.destroy();
        } else {
            start.shell(running.get(), "system:shutdown --force", OutputStream.nullOutputStream());
        }
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stillThere) {
            throw new Refusal("process " + process.pid() + " has not ended after " + STOP_SECONDS
                    + " seconds; end it with: kill -9 " + process.pid());
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
        karaf.forget();
        out.println("LotTrace is stopped. The data stays in " + settings.data());
    }

    private int status() throws IOException {
        start.forgetChangedPassword();
        Optional<Karaf.Running> found = karaf.running();
        if (found.isEmpty()) {
            out.println("LotTrace is not running.");
            return NOT_RUNNING;
        }
        Karaf.Running running = found.get();
        if (new HealthPage(settings.address(), running).isHealthy()) {
            out.println("LotTrace is healthy (process " + running.id() + ", HTTP port " + running.httpPort()
                    + ", SSH port " + running.sshPort() + ").");
            return 0;
        }
        List<String> causes = start.causes(running);
        out.println("LotTrace is running (process " + running.id() + ") but not healthy; "
                + (causes.isEmpty() ? "see ./lottrace logs" : "look at this:"));
        causes.forEach(cause -> out.println("  " + cause));
        return FAILED;
    }

    private int shell(List<String> words) {
        if (words.isEmpty()) {
            throw new Refusal("shell needs a command, for example: ./lottrace shell help");
        }
        Karaf.Running running =
                karaf.running().orElseThrow(() -> new Refusal("LotTrace is not running; start it with ./lottrace run"));
        return start.shell(running, commandLine(words), out);
    }

    /** One argument is a whole command line (pipes and quotes are Karaf's); several are words, kept as they are. */
    static String commandLine(List<String> words) {
        return words.get(0)
                + words.stream()
                        .skip(1)
                        .map(word -> word.matches("[A-Za-z0-9_./:=,@%+-]+")
                                ? " " + word
                                : " '" + word.replace("'", "'\"'\"'") + "'")
                        .collect(Collectors.joining());
    }

    private LogFile log() {
        Path log = settings.karaf().resolve("data/log/karaf.log");
        if (Files.notExists(log)) {
            throw new Refusal("there is no log yet in " + log.getParent() + "; start LotTrace with ./lottrace run");
        }
        return new LogFile(log);
    }

    private void renewKey() throws IOException, GeneralSecurityException {
        administrator().renewKey();
        karaf.running().ifPresent(start::tryShellOnce);
        out.println("The shell has a new key, in " + administrator().keyFile() + "; the one before is refused");
    }

    private void renewPassword() throws IOException {
        String password = administrator().renewPassword();
        out.println("The user \"" + Administrator.NAME + "\" has a new password: " + password);
        out.println("It stands here and nowhere else: keep it. The one before is refused, and its file is removed");
    }

    private Administrator administrator() {
        if (Files.notExists(settings.etc())) {
            throw new Refusal(
                    "there is nothing to renew in " + settings.data() + ": the first ./lottrace run makes both");
        }
        return new Administrator(settings.data(), settings.etc());
    }
}
