package org.lottrace.edi.sftp.internal.client;

import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;

/** Lets only servers pass that have one of the keys; says what another one has. */
final class PinnedKeys implements ServerKeyVerifier {
    private final List<HostKeyPin> pins;
    private volatile Optional<String> refusal = Optional.empty();

    PinnedKeys(List<HostKeyPin> pins) {
        this.pins = List.copyOf(pins);
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        String type = KeyUtils.getKeyType(key);
        String shown = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
        boolean isPinned = pins.stream()
                .anyMatch(pin -> pin.fingerprint().equals(shown)
                        && pin.type().map(kind -> kind.equals(type)).orElse(true));
        refusal = isPinned ? Optional.empty() : Optional.of(said(type + " " + shown));
        return isPinned;
    }

    private String said(String shown) {
        return pins.isEmpty()
                ? "host key unknown: the server shows " + shown + ", and host.key is empty. Nothing was sent to it. Ask"
                        + " the partner for the fingerprint by another way, and write it into host.key when it is the same"
                : "host key refused: the server shows " + shown + ", and host.key allows " + pins
                        + ". Nothing was sent to it. Either this is not the partner's server, or its key was changed: ask"
                        + " the partner by another way";
    }

    /** @return why the last server was refused */
    Optional<String> refusal() {
        return refusal;
    }
}
