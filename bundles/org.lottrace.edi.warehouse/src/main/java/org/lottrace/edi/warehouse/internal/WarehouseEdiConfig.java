package org.lottrace.edi.warehouse.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of documents of third-party warehouses. */
@ObjectClassDefinition(name = "LotTrace EDI: documents of third-party warehouses (940, 943, 944, 945, 846)")
@interface WarehouseEdiConfig {
    String PID = "org.lottrace.edi.warehouse";

    @AttributeDefinition(name = "Mappings", description = "folder with partners/ (one folder for each mapping)")
    String mappings() default "etc/edi-mappings";
}
