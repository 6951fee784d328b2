/**
 * Purchase and sales orders as far as lot traceability needs them: what was ordered, at what price, for whom
 * and when. The ERP system owns them.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.order;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
