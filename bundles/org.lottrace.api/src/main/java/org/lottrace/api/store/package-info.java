/**
 * Ports to the database. Ring 1 services call them inside a {@code UnitOfWork}; one bundle implements them all.
 * Store methods return finished values in a stated order and join the caller's unit of work.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
