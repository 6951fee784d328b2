package org.lottrace.edi.as2.internal.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.edi.as2.internal.cms.ContentCipher;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.partner.PartnerSettings.ReceiptKind;
import org.lottrace.edi.as2.internal.peer.Keys;

/** What a configuration must be, and what is said of one that is not. */
class PartnerRulesTest {
    @TempDir
    Path folder;

    private final Map<String, Object> values = new HashMap<>();

    @BeforeEach
    void files() throws Exception {
        values.put("partner", "acme");
        values.put("own_name", "LOTTRACE");
        values.put("their_name", "ACME");
        values.put(
                "key_file", Keys.keyFile(Keys.OURS, folder.resolve("our.key")).toString());
        values.put(
                "own_certificate_file",
                Keys.certificateFile(Keys.OURS, folder.resolve("our.crt")).toString());
        values.put(
                "their_certificate_file",
                Keys.certificateFile(Keys.THEIRS, folder.resolve("their.crt")).toString());
        values.put("url", "https://as2.acme.example/in");
        values.put("receivers", new String[] {"ZZ:ACME, 01:ACME2"});
    }

    /** @return a configuration as the framework makes one: what is not said has its default */
    static PartnerConfig config(Map<String, Object> values) {
        return (PartnerConfig) Proxy.newProxyInstance(
                PartnerConfig.class.getClassLoader(),
                new Class<?>[] {PartnerConfig.class},
                (proxy, method, none) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    private PartnerSettings settings() {
        return PartnerRules.settings(config(values));
    }

    private String refusal() {
        return assertThrows(IllegalArgumentException.class, this::settings).getMessage();
    }

    @Test
    void what_is_not_said_is_safe() {
        PartnerSettings settings = settings();

        assertTrue(settings.incomingSigned());
        assertTrue(settings.incomingEncrypted());
        assertTrue(settings.receiptSigned());
        assertEquals(false, settings.takesWeak());
        assertEquals(Optional.empty(), settings.incomingReceiptUrl());
        assertEquals(Optional.of(Digest.SHA_256), settings.sign());
        assertEquals(Optional.of(ContentCipher.AES_256), settings.encrypt());
        assertEquals(ReceiptKind.SYNCHRONOUS, settings.receipt());
        assertEquals(Set.of("ZZ:ACME", "01:ACME2"), settings.receivers());
        assertEquals(List.of(Keys.THEIRS.certificate()), settings.theirs());
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        values.clear();
        String said = refusal();

        for (String property : List.of(
                "partner is not",
                "own.name is not",
                "their.name is not",
                "key.file is empty",
                "their.certificate.file is empty")) {
            assertTrue(said.contains(property), said);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "partner | ../acme | partner is not 1 to 64 letters",
                "own_name | a\"b | own.name is not 1 to 128",
                "url | ftp://x/ | url is no address with http or https",
                "url | https://user:secret@x/ | url is no address with http or https, or holds a password",
                "receivers | ACME | receivers has no interchange address",
                "sign | MD5 | sign is not SHA-256",
                "sign | SHA-1 | sign is SHA-1, and incoming.weak is not true",
                "encrypt | RC2 | encrypt is not AES-256",
                "compress | ZIP | compress is not one of",
                "receipt | LATER | receipt is not one of",
                "receipt | ASYNCHRONOUS | receipt.url is empty, and receipt is ASYNCHRONOUS",
                "receipt_url | https://we.example/ | receipt.url is set, and receipt is not ASYNCHRONOUS",
                "incoming_receipt_url | nowhere | incoming.receipt.url is no address",
                "their_certificate_file | /nowhere | their.certificate.file: java.nio.file.NoSuchFileException",
                "key_file | /nowhere | key.file: /nowhere is not there"
            })
    void says_what_is_wrong(String property, String value, String problem) {
        values.put(property, property.equals("receivers") ? new String[] {value} : value);

        assertTrue(refusal().contains(problem), refusal());
    }

    @Test
    void an_address_that_cannot_be_read_is_not_printed_for_it_may_hold_a_password() {
        values.put("url", "https://us:secret@as2.acme.example/ a");

        assertTrue(refusal().contains("url is no address"), refusal());
        assertTrue(!refusal().contains("secret"), refusal());
    }

    @Test
    void numbers_have_limits() {
        for (String property : List.of(
                "largest_file_megabytes", "look_seconds", "timeout_seconds", "receipt_minutes", "remember_days")) {
            values.put(property, 0);
        }
        String said = refusal();

        assertEquals(5, said.split("; ").length, said);
    }

    @Test
    void without_https_a_document_is_encrypted() {
        values.put("url", "http://as2.acme.example/in");
        values.put("encrypt", "NONE");
        assertTrue(refusal().contains("encrypt is NONE, and url does not begin with https"));

        values.put("url", "https://as2.acme.example/in");
        assertEquals(Optional.empty(), settings().encrypt());
    }

    @Test
    void a_key_that_others_can_read_is_refused() throws Exception {
        Files.setPosixFilePermissions(folder.resolve("our.key"), PosixFilePermissions.fromString("rw-r-----"));

        assertTrue(refusal().contains("our.key can be read by others; chmod 600"));
    }

    @Test
    void the_key_of_another_certificate_is_refused() throws Exception {
        Keys.keyFile(Keys.STRANGERS, folder.resolve("our.key"));

        assertTrue(refusal().contains("holds another key than the one of our certificate"));
    }

    @Test
    void a_pkcs12_file_is_opened_with_the_password_of_its_file() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("us", Keys.OURS.key(), "open".toCharArray(), new Certificate[] {Keys.OURS.certificate()});
        Path file = Keys.secret(folder.resolve("our.p12"), "");
        try (OutputStream bytes = Files.newOutputStream(file)) {
            store.store(bytes, "open".toCharArray());
        }
        values.put("key_file", file.toString());
        values.put("own_certificate_file", "");
        values.put(
                "password_file",
                Keys.secret(folder.resolve("password"), "wrong\n").toString());
        assertTrue(refusal().contains("cannot be read as PKCS#12"), refusal());

        Keys.secret(folder.resolve("password"), "open\n");
        assertEquals(Keys.OURS.key(), settings().own().key());
        assertEquals(Keys.OURS.certificate(), settings().own().certificate());
    }

    @Test
    void an_encrypted_pem_key_is_opened_with_the_password_of_its_file() throws Exception {
        Path file = Keys.lockedKeyFile(Keys.OURS, folder.resolve("locked.key"), "open");
        values.put("key_file", file.toString());
        assertTrue(refusal().contains("has a password, and no file with it is set"), refusal());

        values.put(
                "password_file",
                Keys.secret(folder.resolve("password"), "open\n").toString());
        assertEquals(Keys.OURS.key(), settings().own().key());
    }

    @Test
    void while_the_partner_changes_its_certificate_both_are_taken() throws Exception {
        Files.writeString(
                folder.resolve("their.crt"),
                Files.readString(folder.resolve("their.crt"))
                        + Files.readString(Keys.certificateFile(Keys.STRANGERS, folder.resolve("next.crt"))));

        assertEquals(
                List.of(Keys.THEIRS.certificate(), Keys.STRANGERS.certificate()),
                settings().theirs());
    }
}
