# What is shared, in all its forms. Ids start with "share-".
