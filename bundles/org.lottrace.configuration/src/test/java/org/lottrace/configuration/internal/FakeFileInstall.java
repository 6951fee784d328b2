package org.lottrace.configuration.internal;

import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Properties;

/** Reads files into one configuration, as File Install does when it is told to. */
final class FakeFileInstall implements FileInstall {
    /** A host that has none. */
    static final FileInstall NONE = new FileInstall() {
        @Override
        public boolean isThere() {
            return false;
        }

        @Override
        public void read(File file) {
            throw new AssertionError("there is no file");
        }

        @Override
        public void gone(File file) {
            throw new AssertionError("there is no file");
        }
    };

    private final Hashtable<String, Object> service = new Hashtable<>();

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public void read(File file) throws IOException {
        Properties read = new Properties();
        try (Reader text = new FileReader(file)) {
            read.load(text);
        }
        synchronized (service) {
            service.clear();
            read.forEach((key, value) -> service.put((String) key, value));
            service.put(ConfigurationFiles.FILE, file.toURI().toString());
            service.put("service.pid", "any");
        }
    }

    @Override
    public void gone(File file) {
        service.clear();
    }

    /** As if the file said so. */
    void change(String key, String value) {
        synchronized (service) {
            service.computeIfPresent(key, (same, before) -> value);
        }
    }

    /** @return a copy of what the service has */
    Dictionary<String, Object> service() {
        synchronized (service) {
            return new Hashtable<>(service);
        }
    }
}
