package org.lottrace.edi.as2.internal.incoming;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.message.Layer;
import org.lottrace.edi.as2.internal.message.Names;
import org.lottrace.edi.as2.internal.message.Receipt;
import org.lottrace.edi.as2.internal.message.WorkFiles;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.Headers;
import org.lottrace.edi.as2.internal.partner.PartnerSettings;

/** Writes the receipts that a sender asks for, ready to be posted. */
final class Acknowledging {
    private static final String EOL = "\r\n";

    private final PartnerSettings settings;

    Acknowledging(PartnerSettings settings) {
        this.settings = settings;
    }

    /** The digest as the sender calls it: some compare letter by letter. */
    static String name(ReceiptRequest asked, Digest digest) {
        return asked.micalgs().stream()
                .filter(name -> Digest.named(name).equals(Optional.of(digest)))
                .findFirst()
                .orElse(digest.micalg());
    }

    Entity write(Receipt receipt, ReceiptRequest asked, Digest digest, WorkFiles files) throws IOException {
        Entity report = receipt.write(settings.ownName(), files);
        Entity signed = asked.isSigned() ? Layer.signed(report, settings.own(), digest, files) : report;
        Headers headers = signed.headers();
        return Layer.plain(
                "AS2-Version: 1.1" + EOL + "AS2-From: " + Names.write(settings.ownName()) + EOL + "AS2-To: "
                        + Names.write(settings.theirName()) + EOL + "Message-ID: <" + UUID.randomUUID() + "@lottrace>"
                        + EOL
                        + "MIME-Version: 1.0" + EOL + "Content-Type: "
                        + headers.get("Content-Type").orElseThrow() + EOL,
                signed.body(),
                files);
    }
}
