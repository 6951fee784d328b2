package org.lottrace.edi.sftp.internal.server;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Our SFTP server, at which partners log in. The words stand in OSGI-INF/l10n. */
@ObjectClassDefinition(name = "%server.name", description = "%server.description", localization = "OSGI-INF/l10n/sftp")
@interface ServerConfig {
    String PID = "org.lottrace.edi.sftp.server";

    @AttributeDefinition(name = "%server.port", description = "%server.port.description")
    int port() default 0;

    @AttributeDefinition(name = "%server.host", description = "%server.host.description")
    String host() default "127.0.0.1";

    @AttributeDefinition(name = "%server.folder", description = "%server.folder.description")
    String folder() default "edi/sftp";

    @AttributeDefinition(name = "%server.receivers", description = "%server.receivers.description")
    String[] receivers() default {};

    @AttributeDefinition(name = "%server.sessions", description = "%server.sessions.description")
    int sessions_per_partner() default 5;

    @AttributeDefinition(
            name = "%client.largest.file.megabytes",
            description = "%server.largest.file.megabytes.description")
    int largest_file_megabytes() default 5;

    @AttributeDefinition(name = "%server.quota", description = "%server.quota.description")
    int inbox_quota_megabytes() default 100;

    @AttributeDefinition(name = "%server.idle", description = "%server.idle.description")
    int idle_seconds() default 300;

    @AttributeDefinition(name = "%server.login", description = "%server.login.description")
    int login_seconds() default 30;
}
