package org.lottrace.tools;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * From the settings to a healthy LotTrace: everything is checked before anything is written, the administrator and the sample
 * company are made once, the shell's key is tried once after it was made.
 */
final class Start {
    private static final long LOOK_EVERY_MILLISECONDS = 200;
    private static final String EXAMPLES = """
            Try:
              ./lottrace shell lot:trace RM-1005/SAL-262711        where did this salt go?
              ./lottrace shell recall:scope RM-1007/ME-26299-2     what would this held cream cheese affect?
              ./lottrace shell cost:cogs SH-90001                  what did this shipment cost, lot by lot?
            """;
    private static final String SOAP_EXAMPLES = """
              %s   SOAP requests of each service, to be sent in the order of their numbers
            """;

    private final Settings settings;
    private final Administrator administrator;
    private final Karaf karaf;
    private final PrintStream out;
    private final SampleStory story;
    private final String name = UUID.randomUUID().toString();

    private boolean inForeground;

    Start(Settings settings, PrintStream out) {
        this.settings = settings;
        this.administrator = new Administrator(settings.data(), settings.etc());
        this.karaf = new Karaf(settings);
        this.out = out;
        this.story = new SampleStory(settings.home(), settings.data());
    }

    /** @throws Refusal if it comes to nothing */
    void run() throws IOException, GeneralSecurityException, InterruptedException {
        Optional<Karaf.Running> running = karaf.running();
        if (running.isPresent()) {
            out.println("LotTrace is already running (process " + running.get().id() + ").");
            makeAdministrator();
            complete(running.get());
            return;
        }
        StartLock lock = onlyOneAtATime();
        try {
            complete(running(start()));
        } finally {
            lock.close();
        }
    }

    /**
     * As {@link #run}, but this process lives as long as Karaf, passes its log on, and ends it when it is ended itself.
     *
     * @return how Karaf ended
     */
    int runInForeground() throws IOException, GeneralSecurityException, InterruptedException {
        inForeground = true;
        if (karaf.running().isPresent()) {
            throw new Refusal("LotTrace is already running (process "
                    + karaf.running().get().id() + "); end it first: ./lottrace stop");
        }
        StartLock lock = onlyOneAtATime();
        Process process;
        try {
            process = start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endAndWaitFor(process), "ends Karaf"));
            complete(running(process));
        } finally {
            lock.close();
        }
        return process.waitFor();
    }

    /** It is not found by its arguments yet: first it is a script. */
    private Karaf.Running running(Process process) {
        return new Karaf.Running(process.toHandle(), settings.httpPort(), settings.sshPort(), name);
    }

    private static void endAndWaitFor(Process process) {
        process.destroy();
        process.onExit().join();
    }

    /** Says what would keep it from starting. */
    void check() {
        List<String> problems = new ArrayList<>(settings.problems());
        problems.addAll(Machine.problems(settings));
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
    }

    private Process start() throws IOException, GeneralSecurityException {
        bringUpToDate();
        makeAdministrator();
        Optional<Https.KeyStoreFile> key = httpsKey();
        out.println("Starting LotTrace in " + settings.data());
        return karaf.start(name, inForeground, key);
    }

    /** @throws IOException if the data folder cannot be written to */
    void bringUpToDate() throws IOException {
        new Installation(settings.home(), settings.karaf())
                .bringUpToDate()
                .forEach(file -> out.println("The newer program brings another " + file.getFileName()
                        + " than the one that was edited; the edited one is in " + file));
    }

    private Optional<Https.KeyStoreFile> httpsKey() throws IOException, GeneralSecurityException {
        Https https = settings.https();
        if (!https.isOn()) {
            return Optional.empty();
        }
        if (https.ownKeyStore().isPresent()) {
            Path file = https.ownKeyStore().get();
            return Optional.of(new Https.KeyStoreFile(
                    file, Files.readString(Https.passwordOf(file)).strip()));
        }
        ServerCertificate certificate = new ServerCertificate(settings.data().resolve("https"), https.names());
        boolean first = Files.notExists(certificate.root());
        Https.KeyStoreFile made = certificate.bringUpToDate();
        if (first) {
            out.println("HTTPS has a certificate of LotTrace's own. Install its root where LotTrace is used: "
                    + certificate.root());
        }
        return Optional.of(made);
    }

    private void complete(Karaf.Running running) throws IOException, GeneralSecurityException, InterruptedException {
        waitUntilHealthy(running);
        // neither needs the other, and each leaves a core idle
        CompletableFuture<Void> trial = CompletableFuture.runAsync(() -> tryShellOnce(running));
        loadSampleCompanyOnce(running);
        try {
            trial.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof Refusal refusal ? refusal : failed;
        }
        out.print(welcome(running));
    }

    private StartLock onlyOneAtATime() throws IOException {
        check();
        Files.createDirectories(settings.data());
        OwnerOnly.restrict(settings.data());
        return StartLock.take(settings.data().resolve("starting"));
    }

    /** No password is known before the first start: it is made here, and so is the key that "shell" uses. */
    private void makeAdministrator() throws IOException, GeneralSecurityException {
        forgetChangedPassword();
        if (!administrator.isEntered()) {
            administrator.enter();
            if (Files.exists(administrator.passwordFile())) {
                out.println("The password of the user \"" + Administrator.NAME + "\" is in "
                        + administrator.passwordFile());
            }
        }
    }

    void forgetChangedPassword() throws IOException {
        if (administrator.forgetChangedPassword()) {
            out.println("The password of the user \"" + Administrator.NAME + "\" was changed; "
                    + administrator.passwordFile() + " is removed");
        }
    }

    private void waitUntilHealthy(Karaf.Running running) throws IOException, InterruptedException {
        HealthPage page = new HealthPage(settings.address(), running);
        long started = System.nanoTime();
        List<String> told = List.of();
        while (!page.isHealthy()) {
            if (!running.process().isAlive()) {
                throw endedWhileStarting();
            }
            if (page.isOfAnother()) {
                throw anotherWasEarlier(running);
            }
            if (System.nanoTime() - started >= settings.patience().toNanos()) {
                page.checks().forEach(System.err::println);
                List<String> causes = causes(running);
                throw new Refusal("not healthy after " + settings.patience().toSeconds() + " seconds; "
                        + (causes.isEmpty() ? "see ./lottrace logs" : "look at this: " + String.join("; ", causes))
                        + (inForeground ? "" : " (it keeps running; ./lottrace stop ends it)"));
            }
            told = tellCauseOnce(page, running, told);
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLISECONDS);
        }
    }

    /** Both found the port free: it is taken only seconds after that was looked at. */
    private Refusal anotherWasEarlier(Karaf.Running running) throws IOException {
        running.process().destroy();
        running.process().onExit().join();
        karaf.forget();
        return new Refusal("port " + running.httpPort() + " was taken by another LotTrace that started at the same"
                + " moment; this one is ended. Set " + Settings.HTTP_PORT + " and " + Settings.SSH_PORT
                + " to free ports, for example: "
                + Settings.HTTP_PORT + "=" + (running.httpPort() + 100) + " " + Settings.SSH_PORT + "="
                + (running.sshPort() + 100) + " ./lottrace run");
    }

    /** What is wrong with the database has to be put right by someone, who need not wait until patience ends to hear of it. */
    private List<String> tellCauseOnce(HealthPage page, Karaf.Running running, List<String> told) {
        if (!page.checks().contains("database CRITICAL")) {
            return told;
        }
        List<String> causes = causes(running);
        if (causes.size() != 1 || !causes.get(0).startsWith("database: ")) {
            return told; // it is over already, and the rest is only on its way
        }
        if (!causes.equals(told)) {
            out.println("Not healthy yet; it goes on when this is put right:");
            causes.forEach(cause -> out.println("  " + cause));
        }
        return causes;
    }

    /** @return what has to be looked at, one sentence for each; empty when it is healthy or its shell does not answer */
    List<String> causes(Karaf.Running running) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        shell(running, "lottrace:health --causes", said);
        return said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static Refusal endedWhileStarting() {
        return new Refusal("Karaf ended while starting; see console.log in the data folder and ./lottrace logs");
    }

    /** A key is tried once after it was made: better now than on the day when the shell is needed. */
    void tryShellOnce(Karaf.Running running) {
        try {
            Path tried = settings.data().resolve("shell.key.tried");
            if (Files.exists(tried)
                    && Files.exists(administrator.keyFile())
                    && Files.getLastModifiedTime(tried).compareTo(Files.getLastModifiedTime(administrator.keyFile()))
                            > 0) {
                return;
            }
            if (shell(running, "system:version", OutputStream.nullOutputStream()) != 0) {
                throw new Refusal("the shell does not let the administrator in; see above");
            }
            Files.deleteIfExists(tried);
            Files.createFile(tried);
        } catch (IOException broken) {
            throw new CompletionException(broken);
        }
    }

    /** @return the exit status of the command */
    int shell(Karaf.Running running, String line, OutputStream output) {
        return RemoteShell.run(
                settings.address(),
                running.sshPort(),
                Administrator.NAME,
                administrator.keyFile(),
                settings.data().resolve("known_hosts"),
                line,
                output);
    }

    /** Through the adapters, as customers' ERP systems and partners do it. Loading twice would change nothing, but takes time. */
    private void loadSampleCompanyOnce(Karaf.Running running)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path loaded = settings.data().resolve("sample-company.loaded");
        if (!settings.sample() || Files.exists(loaded)) {
            return;
        }
        if (Files.notExists(administrator.passwordFile())) {
            throw new Refusal("the sample company is loaded with the password of the administrator, and "
                    + administrator.passwordFile()
                    + " was removed when it was changed. Write the password into it again,"
                    + " readable by you alone, or set LOTTRACE_SAMPLE=no");
        }
        out.println("Loading the sample company");
        SoapDocuments soap = new SoapDocuments(
                URI.create(address(running) + "/lottrace/soap/erp"),
                Administrator.NAME,
                Files.readString(administrator.passwordFile()).strip(),
                httpsKey());
        int documents = new LoadDocuments(soap, settings.data().resolve("edi"), running.process())
                .load(story.tell(settings.sampleToday()));
        out.println(documents + " documents taken in");
        Files.writeString(loaded, "", StandardOpenOption.CREATE);
    }

    private String address(Karaf.Running running) {
        return settings.https().isOn()
                ? "https://" + settings.address() + ":" + settings.https().port()
                : "http://" + settings.address() + ":" + running.httpPort();
    }

    private String welcome(Karaf.Running running) throws IOException {
        return """
                LotTrace is healthy.
                  console          %1$s/
                  health           %1$s/lottrace-health
                  SOAP             %1$s/lottrace/soap/erp?wsdl and .../soap/accounting?wsdl
                  shell            ssh -p %2$d %3$s@%4$s
                  user, password   %3$s, %5$s
                  everything else  %6$s
                """.formatted(
                                address(running),
                                running.sshPort(),
                                Administrator.NAME,
                                settings.address(),
                                Files.exists(administrator.passwordFile())
                                        ? "in " + administrator.passwordFile()
                                        : "the one it was changed to",
                                settings.data())
                + story.asTold(EXAMPLES).orElse("")
                + story.soapExamples().map(SOAP_EXAMPLES::formatted).orElse("");
    }
}
