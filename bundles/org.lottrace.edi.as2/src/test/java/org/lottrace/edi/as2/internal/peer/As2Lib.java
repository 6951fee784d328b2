package org.lottrace.edi.as2.internal.peer;

import com.helger.as2lib.cert.PredefinedCertificateFactory;
import com.helger.as2lib.client.AS2Client;
import com.helger.as2lib.client.AS2ClientRequest;
import com.helger.as2lib.client.AS2ClientResponse;
import com.helger.as2lib.client.AS2ClientSettings;
import com.helger.as2lib.crypto.ECompressionType;
import com.helger.as2lib.crypto.ECryptoAlgorithmCrypt;
import com.helger.as2lib.crypto.ECryptoAlgorithmSign;
import com.helger.as2lib.disposition.DispositionOptions;
import com.helger.as2lib.exception.AS2Exception;
import com.helger.as2lib.message.IMessage;
import com.helger.as2lib.partner.AbstractPartnershipFactory;
import com.helger.as2lib.partner.Partnership;
import com.helger.as2lib.processor.DefaultMessageProcessor;
import com.helger.as2lib.processor.module.AbstractProcessorModule;
import com.helger.as2lib.processor.receiver.AS2ReceiverModule;
import com.helger.as2lib.processor.sender.AsynchMDNSenderModule;
import com.helger.as2lib.processor.storage.IProcessorStorageModule;
import com.helger.as2lib.session.AS2Session;
import com.helger.commons.collection.attr.StringMap;
import com.helger.security.keystore.EKeyStoreType;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lottrace.edi.as2.internal.cms.ContentCipher;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.peer.MatrixRow.Wanted;

/** Another implementation: phase2's as2-lib, as partner. */
public final class As2Lib implements AutoCloseable {
    private static final String PASSWORD = "secret";
    private static final String US = "lottrace";
    private static final String PARTNER = "partner";

    public final List<byte[]> documents = new CopyOnWriteArrayList<>();
    /** Whether it expects anything else than a bare document. */
    public volatile boolean isProtected = true;

    private final AS2ReceiverModule receiver = new AS2ReceiverModule();
    private final int port;

    public As2Lib() throws Exception {
        AS2Session session = new AS2Session();
        session.setCryptoVerifyUseCertificateInBodyPart(false);
        StringMap secret = new StringMap();
        secret.putIn("password", PASSWORD);
        secret.putIn("type", "PKCS12");
        PredefinedCertificateFactory certificates = new PredefinedCertificateFactory(keys());
        certificates.initDynamicComponent(session, secret);
        session.setCertificateFactory(certificates);
        Partners partners = new Partners();
        partners.initDynamicComponent(session, null);
        session.setPartnershipFactory(partners);
        DefaultMessageProcessor processor = new DefaultMessageProcessor();
        processor.initDynamicComponent(session, null);
        session.setMessageProcessor(processor);
        Storage storage = new Storage();
        storage.initDynamicComponent(session, null);
        processor.addModule(storage);
        AsynchMDNSenderModule later = new AsynchMDNSenderModule();
        later.initDynamicComponent(session, null);
        processor.addModule(later);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        StringMap listening = new StringMap();
        listening.putIn("port", Integer.toString(port));
        listening.putIn("address", "127.0.0.1");
        receiver.initDynamicComponent(session, listening);
        receiver.doStart();
    }

    private static KeyStore keys() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                PARTNER, Keys.THEIRS.key(), PASSWORD.toCharArray(), new Certificate[] {Keys.THEIRS.certificate()});
        keys.setCertificateEntry(US, Keys.OURS.certificate());
        return keys;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** @return the disposition of the receipt, and that its MIC fits */
    public String send(
            byte[] document,
            URI url,
            Optional<Digest> sign,
            Optional<ContentCipher> encrypt,
            boolean isCompressed,
            Wanted receipt,
            URI later)
            throws Exception {
        AS2ClientSettings settings = new AS2ClientSettings();
        ByteArrayOutputStream store = new ByteArrayOutputStream();
        keys().store(store, PASSWORD.toCharArray());
        settings.setKeyStore(EKeyStoreType.PKCS12, store.toByteArray(), PASSWORD);
        settings.setSenderData("PARTNER", "edi@partner.example", PARTNER);
        settings.setReceiverData("LOTTRACE", US, url.toString());
        settings.setReceiverCertificate(Keys.OURS.certificate());
        settings.setPartnershipName("test");
        settings.setMDNOptions(new DispositionOptions()
                .setProtocol(DispositionOptions.PROTOCOL_PKCS7_SIGNATURE)
                .setProtocolImportance(DispositionOptions.IMPORTANCE_REQUIRED)
                .setMICAlg(digest(sign.orElse(Digest.SHA_256)))
                .setMICAlgImportance(DispositionOptions.IMPORTANCE_REQUIRED));
        settings.setEncryptAndSign(
                encrypt.map(As2Lib::cipher).orElse(null),
                sign.map(As2Lib::digest).orElse(null));
        if (isCompressed) {
            settings.setCompress(ECompressionType.ZLIB, false);
        }
        settings.setMDNRequested(receipt != Wanted.NONE);
        if (receipt == Wanted.ASYNCHRONOUS) {
            settings.setAsyncMDNUrl(later.toString());
        }
        StringBuilder mic = new StringBuilder();
        settings.setMICMatchingHandler(new com.helger.as2lib.crypto.LoggingMICMatchingHandler() {
            @Override
            public void onMICMatch(com.helger.as2lib.message.IMessage message, String received) {
                mic.append(", MIC matches");
            }

            @Override
            public void onMICMismatch(com.helger.as2lib.message.IMessage message, String sent, String received) {
                mic.append(", MIC ").append(received).append(" instead of ").append(sent);
            }
        });
        AS2ClientRequest request = new AS2ClientRequest("EDI");
        request.setData(new DataHandler(new ByteArrayDataSource(document, "application/edi-x12")));
        AS2ClientResponse response = new AS2Client().sendSynchronous(settings, request);
        if (response.hasException()) {
            throw new IllegalStateException(response.getException());
        }
        return switch (receipt) {
            case NONE -> "wants none";
            case SYNCHRONOUS -> response.getMDNDisposition() + mic;
            case ASYNCHRONOUS -> "waits";
        };
    }

    private static ECryptoAlgorithmSign digest(Digest digest) {
        return switch (digest) {
            case SHA_1 -> ECryptoAlgorithmSign.DIGEST_SHA_1;
            case SHA_256 -> ECryptoAlgorithmSign.DIGEST_SHA_256;
            case SHA_384 -> ECryptoAlgorithmSign.DIGEST_SHA_384;
            case SHA_512 -> ECryptoAlgorithmSign.DIGEST_SHA_512;
        };
    }

    private static ECryptoAlgorithmCrypt cipher(ContentCipher cipher) {
        return switch (cipher) {
            case TRIPLE_DES -> ECryptoAlgorithmCrypt.CRYPT_3DES;
            case AES_128 -> ECryptoAlgorithmCrypt.CRYPT_AES128_CBC;
            case AES_192 -> ECryptoAlgorithmCrypt.CRYPT_AES192_CBC;
            case AES_256 -> ECryptoAlgorithmCrypt.CRYPT_AES256_CBC;
        };
    }

    @Override
    public void close() throws AS2Exception {
        receiver.doStop();
    }

    /** One partnership, found by the two names alone, in both directions. */
    private final class Partners extends AbstractPartnershipFactory {
        @Override
        public Partnership getPartnership(Partnership asked) throws AS2Exception {
            if (!Set.of("LOTTRACE", "PARTNER").equals(Set.of(asked.getSenderAS2ID(), asked.getReceiverAS2ID()))) {
                throw new AS2Exception("no partner: " + asked);
            }
            Partnership found = new Partnership("test");
            found.setSenderAS2ID(asked.getSenderAS2ID());
            found.setSenderX509Alias(asked.getSenderAS2ID().toLowerCase(java.util.Locale.ROOT));
            found.setReceiverAS2ID(asked.getReceiverAS2ID());
            found.setReceiverX509Alias(asked.getReceiverAS2ID().toLowerCase(java.util.Locale.ROOT));
            if (isProtected) {
                // only then its MIC is over the headers, too
                found.setEncryptAlgorithm(ECryptoAlgorithmCrypt.CRYPT_AES128_CBC);
            }
            return found;
        }
    }

    private final class Storage extends AbstractProcessorModule implements IProcessorStorageModule {
        @Override
        public boolean canHandle(String action, IMessage message, Map<String, Object> options) {
            return action.equals(DO_STORE);
        }

        @Override
        public void handle(String action, IMessage message, Map<String, Object> options) throws AS2Exception {
            try {
                documents.add(message.getData().getInputStream().readAllBytes());
            } catch (Exception e) {
                throw new AS2Exception(e);
            }
        }
    }
}
