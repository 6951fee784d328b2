package org.lottrace.edi.as2.internal.partner;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.edi.as2.internal.cms.ContentCipher;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.cms.OwnKey;
import org.lottrace.edi.as2.internal.message.Unwrapping;

/**
 * A partner as it is configured, checked.
 *
 * @param name of the partner, of its lane in the inbox and of its folders
 * @param ownName our AS2 name
 * @param theirName the partner's AS2 name
 * @param theirs certificates with which the partner signs; the first one is encrypted for
 * @param url to which messages go; empty: nothing is sent
 * @param trusted certificates that the server may have; empty: those that Java trusts
 * @param receivers interchange addresses whose files go this way
 * @param receiptUrl our address for asynchronous receipts
 * @param receiptWait after which an asynchronous receipt is not waited for any more
 * @param takesWeak whether SHA-1 and 3DES are good enough
 * @param incomingReceiptUrl the only address to which asynchronous receipts go
 * @param largest bytes of the largest document that is taken
 * @param quota bytes of documents that may wait in the lane
 * @param interval between two looks
 * @param timeout of an exchange with the partner's server, from its beginning to its end
 * @param remember for how long a message is known again
 */
public record PartnerSettings(
        String name,
        String ownName,
        String theirName,
        OwnKey own,
        List<X509Certificate> theirs,
        Optional<URI> url,
        Optional<Path> trusted,
        Set<String> receivers,
        Optional<Digest> sign,
        Optional<ContentCipher> encrypt,
        Compression compression,
        ReceiptKind receipt,
        boolean receiptSigned,
        Optional<URI> receiptUrl,
        Duration receiptWait,
        boolean incomingSigned,
        boolean incomingEncrypted,
        boolean takesWeak,
        Optional<URI> incomingReceiptUrl,
        long largest,
        long quota,
        Duration interval,
        Duration timeout,
        Duration remember) {
    /** When a document is compressed. */
    public enum Compression {
        NONE,
        BEFORE_SIGNING,
        AFTER_SIGNING
    }

    /** How we want to be told that a document was taken. */
    public enum ReceiptKind {
        NONE,
        SYNCHRONOUS,
        ASYNCHRONOUS
    }

    public PartnerSettings {
        theirs = List.copyOf(theirs);
        receivers = Set.copyOf(receivers);
    }

    /** Headers and signature come on top of a document. */
    public Unwrapping unwrapping() {
        return new Unwrapping(own, theirs, takesWeak, largest + largest / 2 + 1024 * 1024);
    }
}
