package org.lottrace.configuration.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.apache.felix.utils.properties.TypedProperties;
import org.apache.karaf.config.core.ConfigRepository;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What Karaf's own commands ({@code config:property-set}, {@code config:edit}) change configurations by, in place of Karaf's, which
 * writes the file while others read it, and writes back all that it has read, so that of two changes at once one is lost. Karaf's MBean
 * keeps its own.
 */
@Component(service = ConfigRepository.class, property = Constants.SERVICE_RANKING + ":Integer=100")
public final class ConfigurationsOfKaraf implements ConfigRepository {
    private final ConfigRepository karafs;
    private final ConfigurationFiles files;

    /** @param karafs the one that is no component of ours */
    @Activate
    public ConfigurationsOfKaraf(
            @Reference(target = "(!(component.name=*))") ConfigRepository karafs, @Reference ConfigurationFiles files) {
        this.karafs = karafs;
        this.files = files;
    }

    @Override
    public ConfigurationAdmin getConfigAdmin() {
        return karafs.getConfigAdmin();
    }

    @Override
    public TypedProperties getConfig(String pid) throws IOException, InvalidSyntaxException {
        TypedProperties read = karafs.getConfig(pid);
        return read == null ? null : new ReadBefore(read);
    }

    @Override
    public boolean exists(String pid) throws Exception {
        return karafs.exists(pid);
    }

    @Override
    public void update(String pid, Map<String, Object> properties) throws IOException {
        update(pid, properties, "cfg");
    }

    /** Changes in the file what was changed since {@link #getConfig}; all of it, when the properties are not of there. */
    @Override
    public void update(String pid, Map<String, Object> properties, String suffix) throws IOException {
        if (!suffix.equals("cfg")) {
            karafs.update(pid, properties, suffix);
            return;
        }
        files.change(pid, text -> {
            try {
                return changed(text, properties instanceof ReadBefore read ? read.before : said(text), properties);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    private static String changed(String text, Map<String, Object> before, Map<String, Object> after)
            throws IOException {
        TypedProperties file = new TypedProperties(null, false); // a variable stays one
        file.load(new StringReader(text));
        after.forEach((key, value) -> {
            if (!key.equals(ConfigurationFiles.FILE) && !Objects.equals(before.get(key), value)) {
                file.put(key, value);
            }
        });
        before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(file::remove);
        StringWriter changed = new StringWriter();
        file.save(changed);
        return changed.toString();
    }

    private static Map<String, Object> said(String text) throws IOException {
        TypedProperties file = new TypedProperties();
        file.load(new StringReader(text));
        return Map.copyOf(file);
    }

    @Override
    public void delete(String pid) throws IOException {
        files.delete(pid);
    }

    @Override
    public String createFactoryConfiguration(String factory, Map<String, Object> properties) throws IOException {
        return karafs.createFactoryConfiguration(factory, properties);
    }

    @Override
    public String createFactoryConfiguration(String factory, Map<String, Object> properties, String suffix)
            throws IOException {
        return karafs.createFactoryConfiguration(factory, properties, suffix);
    }

    @Override
    public String createFactoryConfiguration(String factory, String alias, Map<String, Object> properties)
            throws IOException {
        return karafs.createFactoryConfiguration(factory, alias, properties);
    }

    @Override
    public String createFactoryConfiguration(
            String factory, String alias, Map<String, Object> properties, String suffix) throws IOException {
        return karafs.createFactoryConfiguration(factory, alias, properties, suffix);
    }

    /** What was read, and what became of it in the hands of a command. */
    private static final class ReadBefore extends TypedProperties {
        private final Map<String, Object> before;

        ReadBefore(TypedProperties read) {
            putAll(read);
            before = Map.copyOf(read);
        }
    }
}
