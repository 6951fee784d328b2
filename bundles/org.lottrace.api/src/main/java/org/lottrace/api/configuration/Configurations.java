package org.lottrace.api.configuration;

import java.util.List;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** The settings of the parts of LotTrace, as they describe themselves (OSGi Metatype 1.4), on this node. No transaction. */
@ProviderType
public interface Configurations {
    /** Refusal of a setting that no part has. */
    String SETTING_UNKNOWN = "SETTING_UNKNOWN";

    /** Refusal of a value that the setting cannot have. */
    String SETTING_VALUE_INVALID = "SETTING_VALUE_INVALID";

    /** Refusal to change what only the file of the part can say. */
    String SETTING_NOT_CHANGEABLE = "SETTING_NOT_CHANGEABLE";

    /** @return every part that can be set, by its identifier; values of secrets are not in it */
    @Operation(
            name = "configuration.list",
            roles = {Role.ADMINISTRATOR, Role.AUDITOR})
    List<ConfiguredPart> all();

    /**
     * Sets one setting, or takes it back to its default. The part takes it up at once, which may restart it and what needs it; it
     * is kept in the file of the part. Who changed it is in the audit log, with the values, unless they are secret.
     *
     * @param caller who decides
     * @param part its identifier
     * @param key of the setting
     * @param value what it is to be; empty: its default
     * @return empty when it is so, now or before; {@code SETTING_UNKNOWN}, {@code SETTING_VALUE_INVALID},
     *     {@code SETTING_NOT_CHANGEABLE}
     */
    @Operation(
            name = "configuration.change",
            roles = Role.ADMINISTRATOR,
            repeat = Repeat.SAME_STATE,
            refusals = {SETTING_UNKNOWN, SETTING_VALUE_INVALID, SETTING_NOT_CHANGEABLE})
    List<Violation> change(Caller caller, String part, String key, String value);
}
