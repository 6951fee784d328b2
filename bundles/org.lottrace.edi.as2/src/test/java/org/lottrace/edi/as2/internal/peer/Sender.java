package org.lottrace.edi.as2.internal.peer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lottrace.edi.as2.internal.cms.ContentCipher;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.cms.OwnKey;
import org.lottrace.edi.as2.internal.message.Layer;
import org.lottrace.edi.as2.internal.message.Receipt;
import org.lottrace.edi.as2.internal.message.Unwrapped;
import org.lottrace.edi.as2.internal.message.Unwrapping;
import org.lottrace.edi.as2.internal.message.WorkFiles;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.Headers;
import org.lottrace.edi.as2.internal.mime.Slice;

/** Sends one message as its writer wants it, right or wrong. */
public final class Sender {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public final Map<String, String> headers = new LinkedHashMap<>();
    private final WorkFiles work;
    private Entity entity;

    public Sender(Path folder, byte[] document) throws IOException {
        this.work = new WorkFiles(folder);
        Path file = work.next();
        Files.write(file, document);
        entity = Layer.plain("Content-Type: application/edi-x12\r\n", Slice.of(file), work);
        headers.put("AS2-From", "PARTNER");
        headers.put("AS2-To", "LOTTRACE");
        headers.put("AS2-Version", "1.1");
        headers.put("Message-ID", "<" + UUID.randomUUID() + "@test>");
        headers.put("Disposition-Notification-To", "edi@partner.example");
        headers.put(
                "Disposition-Notification-Options",
                "signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, sha256, sha1");
    }

    public Sender signed(OwnKey key, Digest digest) throws IOException {
        entity = Layer.signed(entity, key, digest, work);
        return this;
    }

    public Sender compressed() throws IOException {
        entity = Layer.compressed(entity, work);
        return this;
    }

    public Sender encrypted(OwnKey recipient, ContentCipher cipher) throws IOException {
        entity = Layer.encrypted(entity, recipient.certificate(), cipher, work);
        return this;
    }

    /** As the partner does it. */
    public Sender protectedWell() throws IOException {
        return signed(Keys.THEIRS, Digest.SHA_256).encrypted(Keys.OURS, ContentCipher.AES_256);
    }

    /** Changes a byte of what there is now. */
    public Sender changed(int fromEnd) throws IOException {
        byte[] bytes = Files.readAllBytes(entity.whole().file());
        bytes[bytes.length - fromEnd] ^= 1;
        Path file = work.next();
        Files.write(file, bytes);
        entity = Entity.parse(Slice.of(file));
        return this;
    }

    public Sender cutOff(int bytes) throws IOException {
        byte[] whole = Files.readAllBytes(entity.whole().file());
        Path file = work.next();
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - bytes));
        entity = Entity.parse(Slice.of(file));
        return this;
    }

    /** @return what is posted */
    public byte[] body() throws IOException {
        return entity.body().bytes(Integer.MAX_VALUE, "it");
    }

    public Sender with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Sender without(String name) {
        headers.remove(name);
        return this;
    }

    public HttpResponse<byte[]> send(URI url) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(entity.headers().all());
        all.putAll(headers);
        return send(url, all, body());
    }

    public static HttpResponse<byte[]> send(URI url, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** @return the receipt in an answer, whose signature is checked when there is one */
    public Receipt receipt(HttpResponse<byte[]> answer) throws IOException {
        return receipt(answer, false);
    }

    public Receipt receipt(HttpResponse<byte[]> answer, boolean isSigned) throws IOException {
        Path file = work.next();
        Files.write(file, answer.body());
        Map<String, String> said = new LinkedHashMap<>();
        answer.headers().map().forEach((name, values) -> said.put(name, values.get(0)));
        Unwrapped unwrapped = new Unwrapping(Keys.THEIRS, java.util.List.of(Keys.OURS.certificate()), true, 1_000_000)
                .unwrap(new Entity(new Headers(said), Slice.of(file), Slice.of(file)), work);
        if (isSigned && !unwrapped.isSigned()) {
            throw new IOException("the receipt is not signed");
        }
        return Receipt.read(unwrapped.content());
    }

    /** @return what a receipt must say */
    public Optional<String> mic(Digest digest) throws IOException {
        return Optional.of(digest.of(entity.whole()));
    }
}
