package org.lottrace.persistence.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace: database", description = "Where everything is stored. Read at start.")
@interface DatabaseConfig {
    @AttributeDefinition(
            description =
                    "JDBC URL; what follows jdbc: chooses the driver: jdbc:h2:file:… or jdbc:postgresql://host/database")
    String url() default "";

    @AttributeDefinition(description = "Database user; may create tables")
    String user() default "sa";

    @AttributeDefinition(type = AttributeType.PASSWORD, description = "Password of the database user")
    String password() default "";

    @AttributeDefinition(description = "Most connections open at a time", min = "1")
    int pool_size() default 10;

    @AttributeDefinition(
            description = "Seconds to wait for a connection before the database counts as unavailable",
            min = "1")
    int connection_timeout_seconds() default 10;

    @AttributeDefinition(
            description = "Folder for the backups that are made before the tables in PostgreSQL are upgraded;"
                    + " empty: backup in the data folder of LotTrace")
    String backup_folder() default "";

    @AttributeDefinition(
            description = "The program pg_dump, which makes them: its path, or a name that the system finds")
    String pg_dump() default "pg_dump";

    @AttributeDefinition(
            description = "A version of the tables, such as 38: you have made a backup yourself before they get it,"
                    + " and LotTrace makes none")
    String backup_made_before() default "";
}
