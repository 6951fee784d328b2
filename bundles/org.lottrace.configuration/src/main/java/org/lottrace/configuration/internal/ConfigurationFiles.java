package org.lottrace.configuration.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of configurations: one change after the other, each whole. First the file in {@code etc/} is replaced, then File Install
 * reads it, at once and in its own way, so that file and service say the same; what it finds a second later is nothing new to it. A host
 * without File Install has no files: there Configuration Admin keeps what was set.
 *
 * <p>It needs {@code felix.fileinstall.enableConfigSave = false}: otherwise File Install writes into the file after each change, too, and
 * what it reads while it writes may be empty.
 */
@Component(service = ConfigurationFiles.class)
public final class ConfigurationFiles {
    static final String FILE = "felix.fileinstall.filename";
    private static final String SAVE = "felix.fileinstall.enableConfigSave";
    private static final String NOT_TAKEN = "its part does not take it";
    private static final int LOOKS = 20;
    private static final long BETWEEN_LOOKS = 100;
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationFiles.class);

    private final BundleContext context;
    private final ConfigurationAdmin admin;
    private final FileInstall fileInstall;

    @Activate
    public ConfigurationFiles(BundleContext context, @Reference ConfigurationAdmin admin) {
        this(context, admin, new FileInstall.OfHost(context));
        if (fileInstall.isThere() && !"false".equals(context.getProperty(SAVE))) {
            LOG.warn(
                    "File Install writes files in etc/, too, and may read one while it is empty; set {} = false in"
                            + " etc/custom.properties and restart",
                    SAVE);
        }
    }

    /** For tests. */
    ConfigurationFiles(BundleContext context, ConfigurationAdmin admin, FileInstall fileInstall) {
        this.context = context;
        this.admin = admin;
        this.fileInstall = fileInstall;
    }

    /**
     * Sets one setting in the file and in the service; nothing changes when they do not say the value afterwards, or when it is not
     * taken.
     *
     * @param value empty: the default
     * @param isTaken asked once both say it; when not, both say afterwards what they said before
     * @return why it is not set here; empty when it is
     */
    synchronized Optional<String> set(String pid, String key, String value, BooleanSupplier isTaken) {
        try {
            Optional<Path> file = file(pid);
            if (file.isEmpty()) {
                return inService(pid, key, value, isTaken);
            }
            ConfigurationText before = text(pid, file.get());
            if (!file.get().toString().endsWith(".cfg") || before.isTyped()) {
                return Optional.of(file.get() + " keeps the types of its values: change it there");
            }
            boolean isNew = Files.notExists(file.get());
            write(file.get(), value.isEmpty() ? before.without(key) : before.with(key, value));
            Object now = properties(pid).get(key);
            if (!Objects.equals(now, value.isEmpty() ? null : value)) {
                takeBack(file.get(), before, isNew);
                return Optional.of(
                        "what is read of the file is not what was to be set: write it there, in " + file.get());
            }
            if (!isTaken.getAsBoolean()) {
                takeBack(file.get(), before, isNew);
                return Optional.of(NOT_TAKEN);
            }
            return Optional.empty();
        } catch (IOException unwritable) {
            LOG.error("a configuration cannot be written part={}", pid, unwritable);
            return Optional.of("its file cannot be written (" + unwritable.getMessage()
                    + "): see to the rights and the space of the folder, then set it again");
        }
    }

    /**
     * Changes the text of a file, whatever it is; for the commands of Karaf.
     *
     * @throws IOException when it cannot be written; it is as before then
     */
    synchronized void change(String pid, UnaryOperator<String> change) throws IOException {
        Path file = file(pid).orElseThrow(() -> new IOException(pid + " has no file"));
        String before = text(pid, file).text();
        try {
            write(file, new ConfigurationText(change.apply(before)));
        } catch (IOException unwritable) {
            throw new IOException(
                    file + " cannot be written (" + unwritable.getMessage()
                            + "): see to the rights and the space of the folder, then set it again",
                    unwritable);
        }
    }

    /** Takes the file away, and with it the configuration. */
    synchronized void delete(String pid) throws IOException {
        Optional<Path> file = file(pid).filter(Files::exists);
        if (file.isPresent()) {
            Files.delete(file.get());
            fileInstall.gone(file.get().toFile());
        } else {
            admin.getConfiguration(pid, "?").delete();
        }
    }

    /**
     * The file of this name in our own folder comes first: in a copy of a data folder each configuration still names the file of the
     * original, until that is read anew.
     *
     * @return that of a configuration that came of one, or the one that a new configuration is kept in; empty where no files are read
     */
    private Optional<Path> file(String pid) throws IOException {
        if (!fileInstall.isThere()) {
            return Optional.empty();
        }
        Optional<Path> etc = Optional.ofNullable(context.getProperty("felix.fileinstall.dir"))
                .map(folders -> Path.of(folders.split(",")[0].strip()));
        Object known = properties(pid).get(FILE);
        if (known == null) {
            return etc.map(folder -> folder.resolve(pid + ".cfg"));
        }
        Path told = Path.of(URI.create(known.toString()));
        return Optional.of(etc.map(folder -> folder.resolve(told.getFileName()))
                .filter(here -> Files.exists(here) || Files.notExists(told))
                .orElse(told));
    }

    /** Whoever empties a file before they write it is given two seconds. */
    private ConfigurationText text(String pid, Path file) throws IOException {
        boolean isSet = properties(pid).get(FILE) != null && properties(pid).size() > 2;
        for (int look = 0; look < LOOKS; look++) {
            ConfigurationText text = new ConfigurationText(Files.exists(file) ? Files.readString(file, charset()) : "");
            if (!isSet || !text.saysNothing()) {
                return text;
            }
            pause();
        }
        throw new IOException(file + " is empty, and " + pid + " is not: somebody writes it, or has emptied it");
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", asked);
        }
    }

    private void write(Path file, ConfigurationText text) throws IOException {
        WholeFile.write(file, text.text(), charset());
        fileInstall.read(file.toFile());
    }

    private void takeBack(Path file, ConfigurationText before, boolean isNew) throws IOException {
        if (isNew) {
            Files.delete(file);
            fileInstall.gone(file.toFile());
        } else {
            write(file, before);
        }
    }

    private Charset charset() {
        return Optional.ofNullable(context.getProperty("felix.fileinstall.configEncoding"))
                .map(Charset::forName)
                .orElse(StandardCharsets.ISO_8859_1);
    }

    private Optional<String> inService(String pid, String key, String value, BooleanSupplier isTaken)
            throws IOException {
        Configuration configuration = admin.getConfiguration(pid, "?");
        Dictionary<String, Object> properties = properties(pid);
        Object before = value.isEmpty() ? properties.remove(key) : properties.put(key, value);
        configuration.update(properties);
        if (isTaken.getAsBoolean()) {
            return Optional.empty();
        }
        if (before == null) {
            properties.remove(key);
        } else {
            properties.put(key, before);
        }
        configuration.update(properties);
        return Optional.of(NOT_TAKEN);
    }

    private Dictionary<String, Object> properties(String pid) throws IOException {
        return Optional.ofNullable(admin.getConfiguration(pid, "?").getProperties())
                .orElseGet(Hashtable::new);
    }
}
