# People: partners, pledges, communities, check-ins. Ids start with "people-".
