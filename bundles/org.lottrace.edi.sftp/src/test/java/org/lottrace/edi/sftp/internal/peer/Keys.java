package org.lottrace.edi.sftp.internal.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Keys as partners have them: made by OpenSSH. */
public final class Keys {
    private Keys() {}

    /** @return whether there is an {@code openssh-client} */
    public static boolean canBeMade() {
        return Files.isExecutable(Path.of("/usr/bin/ssh-keygen"));
    }

    /** @param type such as {@code ed25519} or {@code rsa} */
    public static Path make(Path file, String type) throws IOException, InterruptedException {
        run("ssh-keygen", "-q", "-t", type, "-N", "", "-f", file.toString());
        return file;
    }

    /** @return type and fingerprint, as a pin is written */
    public static String pin(Path publicKey) throws IOException, InterruptedException {
        String[] said = run("ssh-keygen", "-l", "-f", publicKey.toString()).split("\\s+");
        String type = said[said.length - 1];
        return (type.equals("(RSA)") ? "ssh-rsa" : "ssh-ed25519") + " " + said[1];
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }
}
