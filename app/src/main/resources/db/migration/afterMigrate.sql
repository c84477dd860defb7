-- Tables that later migrations added get the policies of V103 as well; those that have them are passed over.
CALL restrict_to_merchant();
