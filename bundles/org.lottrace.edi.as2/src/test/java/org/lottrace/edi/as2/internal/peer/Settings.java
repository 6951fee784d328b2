package org.lottrace.edi.as2.internal.peer;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.edi.as2.internal.cms.ContentCipher;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.cms.OwnKey;
import org.lottrace.edi.as2.internal.partner.PartnerSettings;
import org.lottrace.edi.as2.internal.partner.PartnerSettings.Compression;
import org.lottrace.edi.as2.internal.partner.PartnerSettings.ReceiptKind;

/** Settings of a partner, as a configuration makes them when nothing else is said. */
public final class Settings {
    public String ownName = "LOTTRACE";
    public String theirName = "PARTNER";
    public OwnKey own = Keys.OURS;
    public List<X509Certificate> theirs = List.of(Keys.THEIRS.certificate());
    public Optional<URI> url = Optional.empty();
    public Optional<Digest> sign = Optional.of(Digest.SHA_256);
    public Optional<ContentCipher> encrypt = Optional.of(ContentCipher.AES_256);
    public Compression compression = Compression.NONE;
    public ReceiptKind receipt = ReceiptKind.SYNCHRONOUS;
    public boolean receiptSigned = true;
    public Optional<URI> receiptUrl = Optional.empty();
    public boolean incomingSigned = true;
    public boolean incomingEncrypted = true;
    public boolean takesWeak = false;
    public Optional<URI> incomingReceiptUrl = Optional.empty();
    public long largest = 5 * 1024 * 1024;
    public long quota = 1024L * 1024 * 1024;
    public Duration timeout = Duration.ofSeconds(60);

    /** As the partner sees it. */
    public static Settings ofPartner() {
        Settings settings = new Settings();
        settings.ownName = "PARTNER";
        settings.theirName = "LOTTRACE";
        settings.own = Keys.THEIRS;
        settings.theirs = List.of(Keys.OURS.certificate());
        return settings;
    }

    public PartnerSettings build() {
        return new PartnerSettings(
                "acme",
                ownName,
                theirName,
                own,
                theirs,
                url,
                Optional.empty(),
                Set.of("ZZ:ACME"),
                sign,
                encrypt,
                compression,
                receipt,
                receiptSigned,
                receiptUrl,
                Duration.ofMinutes(30),
                incomingSigned,
                incomingEncrypted,
                takesWeak,
                incomingReceiptUrl,
                largest,
                quota,
                Duration.ofSeconds(15),
                timeout,
                Duration.ofDays(365));
    }
}
