package org.lottrace.configuration.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.configuration.Configurations;
import org.lottrace.api.configuration.ConfiguredPart;
import org.lottrace.api.configuration.Setting;
import org.lottrace.api.configuration.SettingKind;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.violation.Violation;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what the bundles say of themselves beside what is configured, and writes one value at a time. */
@Component
public final class ConfigurationsService implements Configurations {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationsService.class);

    private final BundleContext context;
    private final MetaTypeService metatypes;
    private final ConfigurationAdmin admin;
    private final ConfigurationFiles files;
    private final WorkingParts parts;
    private final AuditLog audit;

    @Activate
    public ConfigurationsService(
            BundleContext context,
            @Reference MetaTypeService metatypes,
            @Reference ConfigurationAdmin admin,
            @Reference ConfigurationFiles files,
            @Reference WorkingParts parts,
            @Reference AuditLog audit) {
        this.context = context;
        this.metatypes = metatypes;
        this.admin = admin;
        this.files = files;
        this.parts = parts;
        this.audit = audit;
    }

    @Override
    public List<ConfiguredPart> all() {
        Map<String, Dictionary<String, Object>> configured = configured();
        return Arrays.stream(context.getBundles())
                .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith("org.lottrace."))
                .map(metatypes::getMetaTypeInformation)
                .filter(Objects::nonNull)
                .flatMap(type -> MetatypeParts.of(type, configured))
                .sorted(Comparator.comparing(ConfiguredPart::id))
                .toList();
    }

    @Override
    public synchronized List<Violation> change(Caller caller, String part, String key, String value) {
        Optional<Setting> known = all().stream()
                .filter(one -> one.id().equals(part))
                .flatMap(one -> one.settings().stream())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
        if (known.isEmpty()) {
            return List.of(new Violation(SETTING_UNKNOWN, "key", "nothing is called " + key + " in " + part));
        }
        Setting setting = known.get();
        Optional<Violation> wrong = SettingRules.against(setting, value)
                .or(() -> value.isEmpty() ? Optional.empty() : metatype(part, key, value));
        if (wrong.isPresent()) {
            return List.of(wrong.get());
        }
        boolean isSame = setting.kind() != SettingKind.SECRET
                && (value.isEmpty()
                        ? !setting.isSet()
                        : setting.isSet() && setting.values().equals(List.of(value)));
        if (!isSame) {
            List<Violation> refused = new ArrayList<>();
            Map<String, Long> worked = parts.unfailed(part);
            Optional<String> unwritten = files.set(part, key, value, () -> {
                parts.refusal(part, key, value, worked)
                        .map(why -> SettingRules.notTaken(setting, part, why))
                        .ifPresent(refused::add);
                return refused.isEmpty();
            });
            if (!refused.isEmpty()) {
                return List.copyOf(refused);
            }
            if (unwritten.isPresent()) {
                return List.of(new Violation(
                        SETTING_NOT_CHANGEABLE, "key", key + " cannot be changed here: " + unwritten.get()));
            }
            LOG.info("setting changed part={} key={} by={}", part, key, caller.name());
            audit.configured(caller, part, SettingRules.told(setting, value));
        }
        return List.of();
    }

    /** What the part itself says against the value: its type, least and most. */
    private Optional<Violation> metatype(String part, String key, String value) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith("org.lottrace."))
                .map(metatypes::getMetaTypeInformation)
                .filter(Objects::nonNull)
                .flatMap(type -> MetatypeParts.attribute(type, part, key))
                .map(attribute -> attribute.validate(value))
                .filter(said -> said != null && !said.isEmpty())
                .findFirst()
                .map(said ->
                        new Violation(SETTING_VALUE_INVALID, "value", key + " cannot be \"" + value + "\": " + said));
    }

    private Map<String, Dictionary<String, Object>> configured() {
        try {
            Configuration[] all = admin.listConfigurations("(service.pid=org.lottrace.*)");
            Map<String, Dictionary<String, Object>> byPid = new HashMap<>();
            for (Configuration configuration : all == null ? new Configuration[0] : all) {
                byPid.put(configuration.getPid(), configuration.getProperties());
            }
            return Collections.unmodifiableMap(byPid);
        } catch (IOException | InvalidSyntaxException unreadable) {
            throw new IllegalStateException("the configurations cannot be read", unreadable);
        }
    }
}
