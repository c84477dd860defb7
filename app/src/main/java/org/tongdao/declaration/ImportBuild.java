package org.tongdao.declaration;

import java.nio.file.Path;
import org.tongdao.customs.ImportDeclaration;
import org.tongdao.customs.ImportRules;
import org.tongdao.customs.ImportTax;

/** Orders of retail import (9610 or 1210) become orders (311), payments (411), waybills (511) and lists (621). */
final class ImportBuild {

    private final BuildRequest request;
    private final ImportDeclaration declaration = new ImportDeclaration(
            Books.shipped().importParties(), Books.shipped().tariff());
    private final ImportRules rules = new ImportRules(
            Books.shipped().tariff(),
            Books.shipped().screening(),
            new ImportTax(Books.shipped().limits(), Books.shipped().rates()));

    ImportBuild(BuildRequest request) {
        this.request = request;
    }

    Built read(Path file) {
        var orders = ImportOrders.read(file, request.at());
        var built = new Built(orders.findings());
        var regime = request.rules();
        for (var parcel : orders.parcels()) {
            var one = new ImportCase(request.as(), regime, parcel);
            built.add(one.against(rules), () -> one.papers(declaration));
        }
        return built;
    }
}
