package org.lottrace.edi.sftp.internal.client;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** One SFTP server of a partner, or of a network that forwards to several. The words stand in OSGI-INF/l10n. */
@ObjectClassDefinition(name = "%client.name", description = "%client.description", localization = "OSGI-INF/l10n/sftp")
@interface ConnectionConfig {
    String PID = "org.lottrace.edi.sftp";

    @AttributeDefinition(name = "%client.partner", description = "%client.partner.description")
    String partner() default "";

    @AttributeDefinition(name = "%client.host", description = "%client.host.description")
    String host() default "";

    @AttributeDefinition(name = "%client.port", description = "%client.port.description")
    int port() default 22;

    @AttributeDefinition(name = "%client.user", description = "%client.user.description")
    String user() default "";

    @AttributeDefinition(name = "%client.key.file", description = "%client.key.file.description")
    String key_file() default "";

    @AttributeDefinition(name = "%client.password.file", description = "%client.password.file.description")
    String password_file() default "";

    @AttributeDefinition(name = "%client.host.key", description = "%client.host.key.description")
    String[] host_key() default {};

    @AttributeDefinition(name = "%client.remote.in", description = "%client.remote.in.description")
    String remote_in() default "";

    @AttributeDefinition(name = "%client.remote.out", description = "%client.remote.out.description")
    String remote_out() default "";

    @AttributeDefinition(name = "%client.receivers", description = "%client.receivers.description")
    String[] receivers() default {};

    @AttributeDefinition(
            name = "%client.after",
            description = "%client.after.description",
            options = {
                @Option(label = "%client.after.delete", value = "DELETE"),
                @Option(label = "%client.after.move", value = "MOVE")
            })
    String after() default "DELETE";

    @AttributeDefinition(name = "%client.move.to", description = "%client.move.to.description")
    String move_to() default "";

    @AttributeDefinition(name = "%client.look.seconds", description = "%client.look.seconds.description")
    int look_seconds() default 60;

    @AttributeDefinition(
            name = "%client.largest.file.megabytes",
            description = "%client.largest.file.megabytes.description")
    int largest_file_megabytes() default 5;

    @AttributeDefinition(name = "%client.timeout.seconds", description = "%client.timeout.seconds.description")
    int timeout_seconds() default 30;
}
