package org.lottrace.journal.push.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/**
 * Makes a request of an entry: XSLT 1.0 of the administrator. It reads and writes nothing else: no other file, no address, no entity from
 * outside, and no function or script of Java.
 */
final class Mapping {
    private static final int MOST_REQUEST = 10_000_000;

    private final Templates templates;

    private Mapping(Templates templates) {
        this.templates = templates;
    }

    /** @throws IOException if it cannot be read, or is no XSLT; the message says why */
    static Mapping of(Optional<Path> file) throws IOException {
        byte[] text;
        if (file.isPresent()) {
            text = Files.readAllBytes(file.get());
        } else {
            try (InputStream own = Mapping.class.getResourceAsStream("own-form.xsl")) {
                text = own.readAllBytes();
            }
        }
        FirstError first = new FirstError();
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            factory.setErrorListener(first);
            return new Mapping(factory.newTemplates(new StreamSource(new ByteArrayInputStream(text))));
        } catch (TransformerConfigurationException wrong) {
            throw new IOException("the mapping is no XSLT that may be run: " + first.said(wrong), wrong);
        }
    }

    /** @throws IOException if it does not work for that entry */
    byte[] request(byte[] entry) throws IOException {
        FirstError first = new FirstError();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Transformer transformer = templates.newTransformer();
            transformer.setErrorListener(first);
            transformer.transform(new StreamSource(new ByteArrayInputStream(entry)), new StreamResult(out));
        } catch (TransformerException | StackOverflowError wrong) {
            throw new IOException("the mapping fails: " + first.said(wrong), wrong);
        }
        if (out.size() == 0 || out.size() > MOST_REQUEST) {
            throw new IOException(
                    "the mapping makes a request of " + out.size() + " bytes; 1 to " + MOST_REQUEST + " can be sent");
        }
        return out.toByteArray();
    }

    /** The processor throws the last error, which mostly says nothing, and prints the first. */
    private static final class FirstError implements ErrorListener {
        private Optional<TransformerException> error = Optional.empty();

        String said(Throwable otherwise) {
            Throwable cause = error.map(Throwable.class::cast).orElse(otherwise);
            return Optional.ofNullable(cause.getMessage()).orElse(cause.toString());
        }

        @Override
        public void warning(TransformerException warning) {
            keep(warning);
        }

        @Override
        public void error(TransformerException wrong) {
            keep(wrong);
        }

        @Override
        public void fatalError(TransformerException wrong) throws TransformerException {
            keep(wrong);
            throw wrong;
        }

        private void keep(TransformerException wrong) {
            error = error.or(() -> Optional.of(wrong));
        }
    }
}
