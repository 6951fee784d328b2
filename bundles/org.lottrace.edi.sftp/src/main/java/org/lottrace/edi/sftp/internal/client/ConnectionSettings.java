package org.lottrace.edi.sftp.internal.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A connection as it is configured, checked.
 *
 * @param name of the connection, of its lane in the inbox and of its folder in the outbox
 * @param keyFile our private key
 * @param passwordFile our password
 * @param pins keys that the server may have; empty: none
 * @param in folder at the server from which files are taken
 * @param out folder at the server to which files go
 * @param receivers interchange addresses whose files go this way
 * @param moveTo folder at the server for files that were taken; empty: they are deleted
 * @param interval between two looks
 * @param largest bytes of the largest file that is taken
 * @param timeout after which a connection on which nothing moves is given up
 */
record ConnectionSettings(
        String name,
        String host,
        int port,
        String user,
        Optional<Path> keyFile,
        Optional<Path> passwordFile,
        List<HostKeyPin> pins,
        Optional<String> in,
        Optional<String> out,
        Set<String> receivers,
        Optional<String> moveTo,
        Duration interval,
        int largest,
        Duration timeout) {
    ConnectionSettings {
        pins = List.copyOf(pins);
        receivers = Set.copyOf(receivers);
    }

    /** @return such as {@code lottrace@sftp.example.com:22} */
    String address() {
        return user + "@" + host + ":" + port;
    }
}
