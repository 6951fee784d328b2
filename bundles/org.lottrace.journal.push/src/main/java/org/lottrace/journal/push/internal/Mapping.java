package org.lottrace.journal.push.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final Duration limit;
    private Optional<Thread> endless = Optional.empty();

    private Mapping(Templates templates, Duration limit) {
        this.templates = templates;
        this.limit = limit;
    }

    /**
     * @param limit of time for one entry
     * @throws IOException if it cannot be read, or is no XSLT; the message says why
     */
    static Mapping of(Optional<Path> file, Duration limit) throws IOException {
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
            return new Mapping(factory.newTemplates(new StreamSource(new ByteArrayInputStream(text))), limit);
        } catch (TransformerConfigurationException wrong) {
            throw new IOException("the mapping is no XSLT that may be run: " + first.said(wrong), wrong);
        }
    }

    /**
     * Nothing can stop a mapping that never writes, so it has a thread of its own, and it does not get a second one while that runs.
     *
     * @throws IOException if it does not work for that entry, or not in time
     */
    byte[] request(byte[] entry) throws IOException {
        if (endless.filter(Thread::isAlive).isPresent()) {
            throw new IOException(withoutEnd());
        }
        LimitedBytes out = new LimitedBytes();
        FutureTask<byte[]> work = new FutureTask<>(() -> made(entry, out));
        Thread thread = new Thread(work, "lottrace-journal-mapping");
        thread.setDaemon(true);
        thread.start();
        try {
            return work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            out.end();
            endless = Optional.of(thread);
            throw new IOException(withoutEnd(), late);
        } catch (InterruptedException stopped) {
            out.end();
            Thread.currentThread().interrupt();
            throw new IOException("LotTrace ends", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException told
                    ? told
                    : new IOException("the mapping fails: " + failed.getCause(), failed);
        }
    }

    private String withoutEnd() {
        return "the mapping does not end within " + limit.toSeconds() + " seconds; correct its file, it is read anew";
    }

    private byte[] made(byte[] entry, LimitedBytes out) throws IOException {
        FirstError first = new FirstError();
        try {
            Transformer transformer = templates.newTransformer();
            transformer.setErrorListener(first);
            transformer.transform(new StreamSource(new ByteArrayInputStream(entry)), new StreamResult(out));
        } catch (TransformerException | StackOverflowError wrong) {
            if (out.isFull()) {
                throw new IOException("the mapping makes a request of more than " + MOST_REQUEST + " bytes", wrong);
            }
            throw new IOException("the mapping fails: " + first.said(wrong), wrong);
        }
        if (out.size() == 0) {
            throw new IOException("the mapping makes an empty request");
        }
        return out.toByteArray();
    }

    /** Breaks a mapping off that writes too much, or still writes when nobody waits for it any more. */
    private static final class LimitedBytes extends ByteArrayOutputStream {
        private final AtomicBoolean isEnded = new AtomicBoolean();

        @Override
        public synchronized void write(int one) {
            check(1);
            super.write(one);
        }

        @Override
        public synchronized void write(byte[] some, int from, int length) {
            check(length);
            super.write(some, from, length);
        }

        private void check(int more) {
            if (isEnded.get() || size() + more > MOST_REQUEST) {
                isEnded.set(true);
                throw new UncheckedIOException(new IOException("no more is taken"));
            }
        }

        void end() {
            isEnded.set(true);
        }

        boolean isFull() {
            return isEnded.get();
        }
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
