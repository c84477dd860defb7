package org.tongdao.platform;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where this installation lives.
 *
 * @param home folder of everything that is kept: database, wire folders, keys ({@code tongdao.home}, default {@code ./var})
 * @param db JDBC address of an external PostgreSQL with owner rights ({@code tongdao.db}); empty: the embedded one under home
 */
@Component
public record PlatformSettings(
        @Value("${tongdao.home:var}") Path home,
        @Value("${tongdao.db:}") String db) {}
