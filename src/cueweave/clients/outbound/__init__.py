"""Requests to addresses that strangers name: nothing is reached but what the operator lets them reach.

`addresses` says what may be reached, `urls` reads what a stranger wrote, `network` connects to nothing else, and `pool`
is what requests are sent with: it follows no redirect, keeps no cookie and heeds no proxy of the environment.
"""
